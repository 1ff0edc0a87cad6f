import HotelLogic
import Vocabulary

/// Ring groups and their members.
enum RingGroupRows {
    static func rows(of entries: [RingGroupEntry]) -> [TableRows] {
        [
            TableRows(
                "comxfailover.ring_group", key: ["number"],
                ["name", "strategy", "ring_seconds", "overflow", "is_enabled", "note"],
                rows: entries.map { entry in
                    [
                        .text(entry.number), .text(entry.name), .text(entry.strategy.rawValue),
                        .number(entry.ringSeconds), .optional(entry.overflow), .flag(entry.isEnabled),
                        .optional(entry.note),
                    ]
                }),
            TableRows(
                "comxfailover.ring_group_member", key: ["number", "place"], ["extension"], isChild: true,
                rows: entries.flatMap { entry in
                    entry.members.enumerated().map { index, member in
                        [.text(entry.number), .number(index + 1), .text(member)]
                    }
                }),
        ]
    }

    static func read(_ session: MariaSession) throws -> [RingGroupEntry] {
        var members: [String: [String]] = [:]
        for row in try session.query(
            "SELECT number, extension FROM comxfailover.ring_group_member ORDER BY number, place")
        {
            members[try row.text("number"), default: []].append(try row.text("extension"))
        }
        return try session.query(
            "SELECT number, name, strategy, ring_seconds, overflow, is_enabled, note FROM comxfailover.ring_group"
        ).map { row in
            var entry = RingGroupEntry(number: try row.text("number"))
            entry.name = try row.text("name")
            entry.strategy = try row.choice("strategy", RingGroupEntry.Strategy.self)
            entry.ringSeconds = try row.number("ring_seconds")
            entry.overflow = try row.optionalText("overflow")
            entry.isEnabled = try row.bool("is_enabled")
            entry.note = try row.optionalText("note")
            entry.members = members[entry.number] ?? []
            return entry
        }
    }
}
