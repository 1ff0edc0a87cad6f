import Ports
import Vocabulary
import Wire

/// Legs that have begun and of which no end is known.
struct OpenLegTable {
    private static let textMax = 150
    private static let shortMax = 80

    let session: MariaSession

    func keep(_ legs: [OpenLeg], forgetting ids: [String]) throws {
        let place = MariaValue.momentPlace
        for leg in legs {
            try session.execute(
                """
                REPLACE INTO comxfailover_node.call_leg_open
                  (unique_id, linked_id, channel, source, destination, started_at, answered_at, ended_at, call_id,
                   caller, room, trunk)
                VALUES (?, ?, ?, ?, ?, \(place), \(place), \(place), ?, ?, ?, ?)
                """,
                [
                    text(leg.uniqueID), text(leg.linkedID), text(leg.channel), short(leg.source),
                    short(leg.destination), .moment(leg.started), .moment(leg.answered), .moment(leg.ended),
                    leg.callID.map(text) ?? .null, leg.caller.map(short) ?? .null, leg.room.map(short) ?? .null,
                    leg.trunk.map(short) ?? .null,
                ])
        }
        for id in ids {
            try session.execute("DELETE FROM comxfailover_node.call_leg_open WHERE unique_id = ?", [text(id)])
        }
    }

    func all() throws -> [OpenLeg] {
        try session.query(
            """
            SELECT unique_id, linked_id, channel, source, destination, call_id, caller, room, trunk,
              \(MariaValue.momentColumn("started_at")), \(MariaValue.momentColumn("answered_at")),
              \(MariaValue.momentColumn("ended_at"))
            FROM comxfailover_node.call_leg_open
            """
        ).map { row in
            var leg = OpenLeg(
                uniqueID: try row.text("unique_id"), linkedID: try row.text("linked_id"),
                channel: try row.text("channel"), source: try row.text("source"),
                destination: try row.text("destination"), started: try row.moment("started_at"),
                answered: try row.optionalMoment("answered_at"))
            leg.ended = try row.optionalMoment("ended_at")
            leg.callID = try row.optionalText("call_id")
            leg.caller = try row.optionalText("caller")
            leg.room = try row.optionalText("room")
            leg.trunk = try row.optionalText("trunk")
            return leg
        }
    }

    private func text(_ text: String) -> MariaValue { Self.value(text, Self.textMax) }
    private func short(_ text: String) -> MariaValue { Self.value(text, Self.shortMax) }

    /// A value that its column takes, whatever a broken file said.
    private static func value(_ text: String, _ lengthMax: Int) -> MariaValue {
        var cut = ""
        cut.unicodeScalars.append(contentsOf: text.unicodeScalars.prefix(lengthMax))
        return .text(cut)
    }
}
