/// A room, and the extensions in it in the order in which they ring.
package struct RoomEntry: TelephonyEntry {
    package static let kind = TelephonyKind.rooms
    /// The most extensions of one room.
    package static let extensionsMax = 20

    /// What a room is used for.
    package enum Use: String, Sendable, Hashable, Codable, CaseIterable {
        case guest, suite, meeting, `public`
    }

    /// The fields by their names.
    package enum Field: String, Sendable, CaseIterable {
        case name, use, floor
        case inUse = "in-use"
        case extensions, note
    }

    /// As the property's management system writes it.
    package var room: String
    /// As people call it, where that differs.
    package var name: String?
    package var use = Use.guest
    package var floor: Int?
    /// false: kept for its history only.
    package var isInUse = true
    /// The first is the one that wake-ups ring.
    package var extensions: [String] = []
    package var note: String?

    package var key: String { room }

    /// An entry whose room is known to be sound.
    package init(room: String) {
        self.room = room
    }

    package init(key: FieldText) throws(FieldFault) { room = try key.room() }

    package mutating func set(_ field: Field, to text: FieldText) throws(FieldFault) {
        switch field {
        case .name: name = try text.isEmpty ? nil : text.words(60)
        case .use: use = try text.isEmpty ? .guest : text.choice(Use.self)
        case .floor: floor = try text.isEmpty ? nil : text.number(-99...999)
        case .inUse: isInUse = try text.isEmpty ? true : text.flag()
        case .extensions:
            extensions = try text.distinct(Self.extensionsMax) { (part) throws(FieldFault) in try part.extensionNumber()
            }
        case .note: note = try text.isEmpty ? nil : text.words(250)
        }
    }
}
