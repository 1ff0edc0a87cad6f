import Vocabulary

/// In which languages the guests of a house are spoken to: two letters each, where the house knows one.
package struct HouseLanguages: Sendable, Hashable {
    /// Of each stay that is in the house; nil where nobody named a language.
    private var stays: [StayID: String?] = [:]
    private var rooms: [RoomNumber: String] = [:]

    package init() {}

    /// What the tables come to; of two stays in one room the newer counts for the room.
    package init(_ rows: HouseStateRows) {
        for stay in rows.stays {
            if let id = stay.id { stays.updateValue(stay.language, forKey: id) }
            if let room = try? RoomNumber(stay.room) { rooms[room] = stay.language }
        }
    }

    /// The language of whoever is woken there: of the stay that the wake-up was set for while it lasts, else of the
    /// room.
    package func language(of place: WakeUpPlace) -> String? {
        guard let stay = place.stay, let language = stays[stay] else { return rooms[place.room] }
        return language
    }
}
