/// A guest of a stay, as the property's management system or the desk wrote one down.
package struct Guest: Sendable, Hashable {
    package var title: String?
    package var firstName: String?
    package var lastName: String
    /// Two letters; nil is the house's language.
    package var language: String?
    package var isVeryImportant: Bool
    /// The management system's own number of the guest.
    package var number: String?

    package init(
        title: String? = nil, firstName: String? = nil, lastName: String, language: String? = nil,
        isVeryImportant: Bool = false, number: String? = nil
    ) {
        self.title = title
        self.firstName = firstName
        self.lastName = lastName
        self.language = language
        self.isVeryImportant = isVeryImportant
        self.number = number
    }

    /// As the staff's phones show it: the first name, or else the title, before the last name; nil without one.
    package var shownName: String? { Self.shownName(title: title, firstName: firstName, lastName: lastName) }

    /// Whether both have the same first and the same last name.
    func isNamesake(of other: Guest) -> Bool {
        (firstName ?? "") == (other.firstName ?? "") && lastName == other.lastName
    }

    static func shownName(title: String?, firstName: String?, lastName: String?) -> String? {
        guard let lastName, !lastName.isEmpty else { return nil }
        let first = firstName ?? ""
        let before = first.isEmpty ? title ?? "" : first
        return before.isEmpty ? lastName : "\(before) \(lastName)"
    }
}
