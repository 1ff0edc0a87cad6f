import Vocabulary

/// What stands in several tables about one extension, put together.
struct HouseDirectory {
    private(set) var rooms: [ExtensionNumber: Room] = [:]
    private(set) var gateways: [ExtensionNumber: AnalogGateway] = [:]

    init(_ plan: TelephonyPlan) {
        for room in plan.rooms { for number in room.extensions { rooms[number] = room } }
        for gateway in plan.gateways { for line in gateway.lines { gateways[line.number] = gateway } }
    }

    /// The number of the box that takes a guest extension's messages: one for all phones of a room.
    func box(of entry: GuestExtension) -> ExtensionNumber? {
        entry.hasVoicemail ? rooms[entry.number]?.extensions.first ?? entry.number : nil
    }
}
