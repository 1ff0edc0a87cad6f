/// A share of work as a bar.
enum Bar {
    private static let width = 30

    /// `[###---] 50 %`; a total of 0 counts as done.
    static func text(_ done: Int, of total: Int) -> String {
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
        let full = Int(share * Double(width))
        let marks = String(repeating: "#", count: full) + String(repeating: "-", count: width - full)
        return "[\(marks)] \(Int(share * 100)) %"
    }
}
