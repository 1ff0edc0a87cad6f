/// A short code and the number behind it.
package struct SpeedDialEntry: Sendable, Hashable, Codable {
    package var code: String
    package var label: String
    /// As a phone inside would dial it.
    package var number: String
    package var mayGuestsDial: Bool
    package var ignoresClass: Bool

    package init(code: String, label: String, number: String, mayGuestsDial: Bool, ignoresClass: Bool) {
        self.code = code
        self.label = label
        self.number = number
        self.mayGuestsDial = mayGuestsDial
        self.ignoresClass = ignoresClass
    }
}
