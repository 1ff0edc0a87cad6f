extension Int {
    /// As clocks and calendars write it.
    var inTwoDigits: String { (self < 10 ? "0" : "") + String(self) }
}
