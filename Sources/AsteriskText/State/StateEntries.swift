import Vocabulary

/// The state of the house as the dialplan reads it: values by their places in Asterisk's database.
package struct StateEntries: Sendable, Hashable {
    /// What may stand in a name besides what configuration allows: the dialplan gives it no meaning.
    private static let nameExtras: Set<Unicode.Scalar> = ["'"]

    package private(set) var values: [StateKey: String] = [:]

    package init(_ state: HouseState) {
        values[.guestOwner] = state.guestOwner.rawValue
        for room in state.rooms { add(room) }
        for number in state.undisturbed { values[.staffDoNotDisturb(number)] = "on" }
        for forwarding in state.forwardings {
            values[.forwarding(forwarding.number, forwarding.occasion.rawValue)] = forwarding.target
        }
    }

    private mutating func add(_ room: RoomState) {
        let name = ConfigurationText.name(room.name ?? "", fallback: "", keeping: Self.nameExtras)
        if !name.isEmpty { values[.roomName(room.room)] = name }
        if let code = room.classOfService { values[.roomClass(room.room)] = String(code) }
        if room.hasDoNotDisturb { values[.roomDoNotDisturb(room.room)] = "on" }
        if room.isBoxOpen { values[.roomBox(room.room)] = "open" }
    }
}
