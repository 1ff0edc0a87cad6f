import HotelLogic
import Vocabulary

/// The body of a request about a stay or a room. Each route takes what it needs, and says what is missing.
package struct StayBody: Sendable, Hashable, Codable {
    /// A guest by name.
    package struct Guest: Sendable, Hashable, Codable {
        package var title: String?
        package var firstName: String?
        package var lastName: String
        package var language: String?
        package var isVeryImportant: Bool?
        /// The management system's own number of the guest.
        package var number: String?

        package init(_ guest: HotelLogic.Guest) {
            title = guest.title
            firstName = guest.firstName
            lastName = guest.lastName
            language = guest.language
            isVeryImportant = guest.isVeryImportant
            number = guest.number
        }

        var guest: HotelLogic.Guest {
            HotelLogic.Guest(
                title: title, firstName: firstName, lastName: lastName, language: language,
                isVeryImportant: isVeryImportant ?? false, number: number)
        }
    }

    package var room: String?
    package var guests: [Guest]?
    /// The management system's own number of the stay.
    package var reservation: String?
    /// The day of the departure: `today`, `tomorrow`, `2026-03-29`; absent is not known.
    package var departs: String?
    /// Somebody else may be in the room already.
    package var isSharing: Bool?
    package var language: String?
    /// Of do-not-disturb and of the lamp.
    package var isOn: Bool?
    /// Messages at the desk.
    package var waiting: Int?
    /// False: no calls outside but emergency calls.
    package var isOpen: Bool?
    /// The code of a class; absent is the standard.
    package var classOfService: Int?
    package var status: Housekeeping.Status?
    package var attendant: String?
    /// Whose request it is, and by which way it came; absent is the desk.
    package var by: String?
    package var way: Author.Way?

    package init() {}

    var author: Author { Author(way ?? .desk, by) }
}
