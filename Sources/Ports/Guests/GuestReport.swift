import HotelLogic

/// A guest of a stay.
package struct GuestReport: Sendable, Hashable, Codable {
    package let title: String?
    package let firstName: String?
    package let lastName: String
    package let language: String?
    package let isVeryImportant: Bool
    /// The management system's own number of the guest.
    package let number: String?
    /// As the staff's phones show it.
    package let shownName: String?

    package init(_ guest: Guest) {
        title = guest.title
        firstName = guest.firstName
        lastName = guest.lastName
        language = guest.language
        isVeryImportant = guest.isVeryImportant
        number = guest.number
        shownName = guest.shownName
    }
}
