import HotelLogic
import Vocabulary

/// Rooms and the extensions in them.
enum RoomRows {
    static func rows(of entries: [RoomEntry]) -> [TableRows] {
        [
            TableRows(
                "comxfailover.room", key: ["room"], ["name", "kind", "floor", "is_in_use", "note"],
                rows: entries.map { entry in
                    [
                        .text(entry.room), .optional(entry.name), .text(entry.use.rawValue), .optional(entry.floor),
                        .flag(entry.isInUse), .optional(entry.note),
                    ]
                }),
            TableRows(
                "comxfailover.room_extension", key: ["extension"], ["room", "place"], isChild: true,
                rows: entries.flatMap { entry in
                    entry.extensions.enumerated().map { index, number in
                        [.text(number), .text(entry.room), .number(index + 1)]
                    }
                }),
        ]
    }

    static func read(_ session: MariaSession) throws -> [RoomEntry] {
        var extensions: [String: [String]] = [:]
        for row in try session.query("SELECT extension, room FROM comxfailover.room_extension ORDER BY room, place") {
            extensions[try row.text("room"), default: []].append(try row.text("extension"))
        }
        return try session.query("SELECT room, name, kind, floor, is_in_use, note FROM comxfailover.room").map { row in
            var entry = RoomEntry(room: try row.text("room"))
            entry.name = try row.optionalText("name")
            entry.use = try row.choice("kind", RoomEntry.Use.self)
            entry.floor = try row.optionalNumber("floor")
            entry.isInUse = try row.bool("is_in_use")
            entry.note = try row.optionalText("note")
            entry.extensions = extensions[entry.room] ?? []
            return entry
        }
    }
}
