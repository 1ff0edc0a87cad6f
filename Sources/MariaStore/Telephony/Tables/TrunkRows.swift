import HotelLogic
import Vocabulary

/// This node's trunks.
enum TrunkRows {
    static func rows(of entries: [TrunkEntry]) -> [TableRows] {
        [
            TableRows(
                "comxfailover_node.provider_trunk", key: ["name"],
                [
                    "host", "port", "transport", "registers", "user_name", "secret", "addresses", "caller_number",
                    "codecs", "calls_max", "is_on_premises", "is_enabled", "note",
                ],
                rows: entries.map { entry in
                    [
                        .text(entry.name), .text(entry.host), .number(entry.port), .text(entry.transport.rawValue),
                        .flag(entry.registers), .optional(entry.user), .optional(entry.secret),
                        .list(entry.addresses), .optional(entry.callerNumber), .list(entry.codecs),
                        .optional(entry.callsMax), .flag(entry.isOnPremises), .flag(entry.isEnabled),
                        .optional(entry.note),
                    ]
                })
        ]
    }

    static func read(_ session: MariaSession) throws -> [TrunkEntry] {
        try session.query(
            """
            SELECT name, host, port, transport, registers, user_name, secret, addresses, caller_number, codecs,
              calls_max, is_on_premises, is_enabled, note FROM comxfailover_node.provider_trunk
            """
        ).map { row in
            var entry = TrunkEntry(name: try row.text("name"))
            entry.host = try row.text("host")
            entry.port = try row.number("port")
            entry.transport = try row.choice("transport", TrunkEntry.Transport.self)
            entry.registers = try row.bool("registers")
            entry.user = try row.optionalText("user_name")
            entry.secret = try row.optionalText("secret")
            entry.addresses = try row.list("addresses")
            entry.callerNumber = try row.optionalText("caller_number")
            entry.codecs = try row.list("codecs")
            entry.callsMax = try row.optionalNumber("calls_max")
            entry.isOnPremises = try row.bool("is_on_premises")
            entry.isEnabled = try row.bool("is_enabled")
            entry.note = try row.optionalText("note")
            return entry
        }
    }
}
