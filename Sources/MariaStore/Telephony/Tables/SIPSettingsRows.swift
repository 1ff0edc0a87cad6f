import HotelLogic
import Vocabulary

/// How this node speaks SIP. A node that left everything at the standard has no row.
enum SIPSettingsRows {
    static func rows(of entry: SIPSettingsEntry) -> [TableRows] {
        let row: [MariaValue] = [
            .number(1), .text(entry.bind), .number(entry.port), .optional(entry.tlsPort),
            .optional(entry.externalAddress), .optional(entry.externalPort), .list(entry.localNetworks),
            .list(entry.guestNetworks), .list(entry.codecs), .number(entry.rtpFirst), .number(entry.rtpLast),
            .number(entry.expirySeconds), .number(entry.qualifySeconds), .flag(entry.hasDirectMedia),
        ]
        return [
            TableRows(
                "comxfailover_node.sip_setting", key: ["id"],
                [
                    "bind", "port", "tls_port", "external_address", "external_port", "local_networks",
                    "guest_networks", "codecs", "rtp_first", "rtp_last", "expiry_seconds", "qualify_seconds",
                    "has_direct_media",
                ], rows: entry == SIPSettingsEntry() ? [] : [row])
        ]
    }

    static func read(_ session: MariaSession) throws -> SIPSettingsEntry {
        var entry = SIPSettingsEntry()
        guard
            let row = try session.query(
                """
                SELECT bind, port, tls_port, external_address, external_port, local_networks, guest_networks, codecs,
                  rtp_first, rtp_last, expiry_seconds, qualify_seconds, has_direct_media
                FROM comxfailover_node.sip_setting WHERE id = 1
                """
            ).first
        else { return entry }
        entry.bind = try row.text("bind")
        entry.port = try row.number("port")
        entry.tlsPort = try row.optionalNumber("tls_port")
        entry.externalAddress = try row.optionalText("external_address")
        entry.externalPort = try row.optionalNumber("external_port")
        entry.localNetworks = try row.list("local_networks")
        entry.guestNetworks = try row.list("guest_networks")
        entry.codecs = try row.list("codecs")
        entry.rtpFirst = try row.number("rtp_first")
        entry.rtpLast = try row.number("rtp_last")
        entry.expirySeconds = try row.number("expiry_seconds")
        entry.qualifySeconds = try row.number("qualify_seconds")
        entry.hasDirectMedia = try row.bool("has_direct_media")
        return entry
    }
}
