/// A short code and the number behind it.
package struct SpeedDial: Sendable, Hashable {
    package var code: DialCode
    package var label: String
    /// What is called, as a phone inside would dial it.
    package var number: PhoneNumber
    package var mayGuestsDial: Bool
    /// Allowed whatever the phone's class of service says.
    package var ignoresClass: Bool

    package init(
        code: DialCode, label: String, number: PhoneNumber, mayGuestsDial: Bool = false, ignoresClass: Bool = false
    ) {
        self.code = code
        self.label = label
        self.number = number
        self.mayGuestsDial = mayGuestsDial
        self.ignoresClass = ignoresClass
    }
}
