/// The telephony configuration of one node: what the pair shares, and what the node has of its own.
package struct TelephonyConfiguration: Sendable, Hashable, Codable {
    // What the pair shares; the owner of the configuration writes it.
    package var classes = ClassEntry.standard
    package var extensions: [ExtensionEntry] = []
    package var rooms: [RoomEntry] = []
    package var gateways: [GatewayEntry] = []
    package var ringGroups: [RingGroupEntry] = []
    package var settings = TelephonySettingsEntry()
    package var speedDials: [SpeedDialEntry] = []
    /// What people set for themselves, of those extensions where something is set; written on either node.
    package var personal: [PersonalEntry] = []
    // What each node has of its own; it is never copied.
    package var trunks: [TrunkEntry] = []
    package var routes: [RouteEntry] = []
    package var sip = SIPSettingsEntry()

    package init() {}

    /// Voicemail PINs by extension.
    package var voicemailPINs: [String: String] {
        Dictionary(uniqueKeysWithValues: personal.compactMap { entry in entry.voicemailPIN.map { (entry.number, $0) } })
    }

    /// Puts everything in the order people expect, and tells extensions in which rooms they are.
    package mutating func arrange() {
        var homes: [String: String] = [:]
        for room in rooms { for number in room.extensions { homes[number] = room.room } }
        for index in extensions.indices { extensions[index].room = homes[extensions[index].number] }
        extensions.sort { Self.isBefore($0.number, $1.number) }
        rooms.sort { Self.isBefore($0.room, $1.room) }
        gateways.sort { $0.name < $1.name }
        classes.sort { $0.code < $1.code }
        speedDials.sort { $0.code < $1.code }
        personal.sort { Self.isBefore($0.number, $1.number) }
        ringGroups.sort { Self.isBefore($0.number, $1.number) }
        trunks.sort { $0.name < $1.name }
        routes.sort { ($0.direction.rawValue, $0.position, $0.name) < ($1.direction.rawValue, $1.position, $1.name) }
    }

    /// Shorter numbers first, then by their digits: 99, 101, 1001.
    private static func isBefore(_ left: String, _ right: String) -> Bool {
        (left.utf8.count, left) < (right.utf8.count, right)
    }
}
