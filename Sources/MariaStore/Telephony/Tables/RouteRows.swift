import HotelLogic
import Vocabulary

/// This node's routes and the trunks of the outbound ones.
enum RouteRows {
    static func rows(of entries: [RouteEntry]) -> [TableRows] {
        [
            TableRows(
                "comxfailover_node.call_route", key: ["name"],
                [
                    "direction", "position", "numbers", "trunk", "destination", "permission", "strip", "prepend",
                    "caller_number", "is_enabled", "note",
                ],
                rows: entries.map { entry in
                    [
                        .text(entry.name), .text(entry.direction.rawValue), .number(entry.position),
                        .list(entry.numbers), .optional(entry.trunk), .optional(entry.destination),
                        .text(entry.permission.rawValue), .number(entry.strip), .optional(entry.prepend),
                        .optional(entry.callerNumber), .flag(entry.isEnabled), .optional(entry.note),
                    ]
                }),
            TableRows(
                "comxfailover_node.call_route_trunk", key: ["route", "place"], ["trunk"], isChild: true,
                rows: entries.flatMap { entry in
                    entry.trunks.enumerated().map { index, trunk in
                        [.text(entry.name), .number(index + 1), .text(trunk)]
                    }
                }),
        ]
    }

    static func read(_ session: MariaSession) throws -> [RouteEntry] {
        var trunks: [String: [String]] = [:]
        for row in try session.query(
            "SELECT route, trunk FROM comxfailover_node.call_route_trunk ORDER BY route, place")
        {
            trunks[try row.text("route"), default: []].append(try row.text("trunk"))
        }
        return try session.query(
            """
            SELECT name, direction, position, numbers, trunk, destination, permission, strip, prepend, caller_number,
              is_enabled, note FROM comxfailover_node.call_route
            """
        ).map { row in
            var entry = RouteEntry(name: try row.text("name"))
            entry.direction = try row.choice("direction", RouteEntry.Direction.self)
            entry.position = try row.number("position")
            entry.numbers = try row.list("numbers")
            entry.trunk = try row.optionalText("trunk")
            entry.destination = try row.optionalText("destination")
            entry.permission = try row.choice("permission", RouteEntry.Permission.self)
            entry.strip = try row.number("strip")
            entry.prepend = try row.optionalText("prepend")
            entry.callerNumber = try row.optionalText("caller_number")
            entry.isEnabled = try row.bool("is_enabled")
            entry.note = try row.optionalText("note")
            entry.trunks = trunks[entry.name] ?? []
            return entry
        }
    }
}
