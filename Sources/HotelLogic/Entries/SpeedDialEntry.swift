/// A short code and the number behind it.
package struct SpeedDialEntry: TelephonyEntry {
    package static let kind = TelephonyKind.speedDials

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case number, label, guests
        case ignoresClass = "ignores-class"
    }

    package var code: String
    package var label: String
    /// As a phone inside would dial it.
    package var number: String
    package var mayGuestsDial: Bool
    package var ignoresClass: Bool

    package var key: String { code }

    package init(
        code: String, label: String, number: String, mayGuestsDial: Bool = false, ignoresClass: Bool = false
    ) {
        self.code = code
        self.label = label
        self.number = number
        self.mayGuestsDial = mayGuestsDial
        self.ignoresClass = ignoresClass
    }

    package init(key: FieldText) throws(FieldFault) {
        let code = try key.dialCode(1...8)
        self.init(code: code, label: code, number: "")
    }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .number: number = try text.dialledNumber()
        case .label: label = try text.isEmpty ? code : text.words(60)
        case .guests: mayGuestsDial = try text.isEmpty ? false : text.flag()
        case .ignoresClass: ignoresClass = try text.isEmpty ? false : text.flag()
        }
    }

    package var faults: [FieldFault] {
        number.isEmpty ? [FieldFault("number", "a speed dial has a number; say --number 9004930123")] : []
    }
}
