import HotelLogic
import Vocabulary

/// Gateways of analog phones and their lines.
enum GatewayRows {
    static func rows(of entries: [GatewayEntry]) -> [TableRows] {
        [
            TableRows(
                "comxfailover.guest_gateway", key: ["name"],
                ["address", "port", "primary_address", "primary_port", "secret", "ports_max", "mac", "model", "note"],
                rows: entries.map { entry in
                    [
                        .text(entry.name), .text(entry.address), .number(entry.port),
                        .optional(entry.primaryAddress), entry.primaryPort.map(MariaValue.number) ?? .null,
                        .optional(entry.secret), .number(entry.size),
                        entry.hardwareAddress.map { .bytes(HardwareAddress.bytes($0)) } ?? .null,
                        .optional(entry.model), .optional(entry.note),
                    ]
                }),
            TableRows(
                "comxfailover.guest_gateway_port", key: ["gateway", "port"], ["extension"], isChild: true,
                rows: entries.flatMap { entry in
                    entry.lines.map { [.text(entry.name), .number($0.port), .text($0.number)] }
                }),
        ]
    }

    static func read(_ session: MariaSession) throws -> [GatewayEntry] {
        var lines: [String: [GatewayEntry.Line]] = [:]
        for row in try session.query(
            "SELECT gateway, port, extension FROM comxfailover.guest_gateway_port ORDER BY gateway, port")
        {
            lines[try row.text("gateway"), default: []].append(
                GatewayEntry.Line(port: try row.number("port"), number: try row.text("extension")))
        }
        return try session.query(
            """
            SELECT name, address, port, primary_address, primary_port, secret, ports_max, mac, model, note
            FROM comxfailover.guest_gateway
            """
        ).map { row in
            var entry = GatewayEntry(name: try row.text("name"))
            entry.address = try row.text("address")
            entry.port = try row.number("port")
            entry.primaryAddress = try row.optionalText("primary_address")
            entry.primaryPort = try row.optionalNumber("primary_port")
            entry.secret = try row.optionalText("secret")
            entry.size = try row.number("ports_max")
            entry.hardwareAddress = try row.optionalBytes("mac").map(HardwareAddress.text)
            entry.model = try row.optionalText("model")
            entry.note = try row.optionalText("note")
            entry.lines = lines[entry.name] ?? []
            return entry
        }
    }
}
