/// What the tables say of the house at one moment, as far as calls depend on it from minute to minute.
package struct HouseStateRows: Sendable, Hashable {
    /// Guests who are in the house now.
    package struct Stay: Sendable, Hashable {
        package let room: String
        package let title: String?
        package let firstName: String?
        /// nil: nobody's name was sent.
        package let lastName: String?
        /// Two letters; nil: the house's.
        package let language: String?
        /// nil where it is not asked for.
        package let id: StayID?

        package init(
            room: String, title: String? = nil, firstName: String? = nil, lastName: String? = nil,
            language: String? = nil, id: StayID? = nil
        ) {
            self.room = room
            self.language = language
            self.id = id
            self.title = title
            self.firstName = firstName
            self.lastName = lastName
        }
    }

    /// What a room's phones may dial, where somebody set it.
    package struct Calling: Sendable, Hashable {
        package let isOpen: Bool
        package let classOfService: Int?

        package init(isOpen: Bool, classOfService: Int? = nil) {
            self.isOpen = isOpen
            self.classOfService = classOfService
        }
    }

    /// A forwarding that is on.
    package struct Forwarding: Sendable, Hashable {
        package let number: String
        package let occasion: String
        package let target: String

        package init(number: String, occasion: String, target: String) {
            self.number = number
            self.occasion = occasion
            self.target = target
        }
    }

    /// The rooms that are in use.
    package var rooms: [String] = []
    package var staff: [String] = []
    package var guests: [String] = []
    /// The class of a room that is let.
    package var guestClass: Int
    /// Stays that have not ended, the newest last.
    package var stays: [Stay] = []
    /// Rooms that do not want to be disturbed.
    package var undisturbedRooms: [String] = []
    package var calling: [String: Calling] = [:]
    /// Extensions that do not want to be disturbed.
    package var undisturbed: [String] = []
    package var forwardings: [Forwarding] = []

    package init(guestClass: Int = TelephonySettingsEntry().guestClass) { self.guestClass = guestClass }
}
