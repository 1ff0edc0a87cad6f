import HotelLogic
import Vocabulary

/// What holds for the whole house, and the standards of guests. A house with the standard in everything has no row.
enum TelephonySettingsRows {
    static func rows(of entry: TelephonySettingsEntry) -> [TableRows] {
        let house: [MariaValue] = [
            .number(1), .list(entry.desk), .number(entry.deskRingSeconds), .text(entry.deskCode),
            .optional(entry.accessDigit),
            .list(entry.emergencyNumbers), .optional(entry.emergencyCallerNumber), .list(entry.emergencyNotify),
            .number(entry.callBackMinutes), .text(entry.voicemailCode), .text(entry.closedBox.rawValue),
            .list(entry.featureCodes),
        ]
        let guests: [MariaValue]? = entry.guestSecret.map { secret in
            [
                .number(1), .text(secret), .number(entry.guestRingSeconds), .number(entry.guestClass),
                .number(entry.vacantClass),
            ]
        }
        return [
            TableRows(
                "comxfailover.telephony_setting", key: ["id"],
                [
                    "desk", "desk_ring_seconds", "desk_code", "access_digit", "emergency_numbers",
                    "emergency_caller_number",
                    "emergency_notify", "call_back_minutes", "voicemail_code", "closed_box",
                    "feature_codes",
                ], rows: entry.isStandardForHouse ? [] : [house]),
            TableRows(
                "comxfailover.guest_default", key: ["id"],
                ["secret", "ring_seconds", "class_of_service", "vacant_class_of_service"],
                rows: guests.map { [$0] } ?? []),
        ]
    }

    static func read(_ session: MariaSession) throws -> TelephonySettingsEntry {
        var entry = TelephonySettingsEntry()
        if let row = try session.query(
            """
            SELECT desk, desk_ring_seconds, desk_code, access_digit, emergency_numbers, emergency_caller_number,
              emergency_notify, call_back_minutes, voicemail_code, closed_box, feature_codes
            FROM comxfailover.telephony_setting WHERE id = 1
            """
        ).first {
            entry.desk = try row.list("desk")
            entry.deskRingSeconds = try row.number("desk_ring_seconds")
            entry.deskCode = try row.text("desk_code")
            entry.accessDigit = try row.optionalText("access_digit")
            entry.emergencyNumbers = try row.list("emergency_numbers")
            entry.emergencyCallerNumber = try row.optionalText("emergency_caller_number")
            entry.emergencyNotify = try row.list("emergency_notify")
            entry.callBackMinutes = try row.number("call_back_minutes")
            entry.voicemailCode = try row.text("voicemail_code")
            entry.featureCodes = try row.list("feature_codes")
            entry.closedBox = try row.choice("closed_box", TelephonySettingsEntry.ClosedBox.self)
        }
        if let row = try session.query(
            """
            SELECT secret, ring_seconds, class_of_service, vacant_class_of_service FROM comxfailover.guest_default
            WHERE id = 1
            """
        ).first {
            entry.guestSecret = try row.text("secret")
            entry.guestRingSeconds = try row.number("ring_seconds")
            entry.guestClass = try row.number("class_of_service")
            entry.vacantClass = try row.number("vacant_class_of_service")
        }
        return entry
    }
}

extension TelephonySettingsEntry {
    /// Nothing was set but what concerns guests, which has a table of its own.
    fileprivate var isStandardForHouse: Bool {
        var house = self
        let standard = TelephonySettingsEntry()
        house.guestSecret = nil
        house.guestRingSeconds = standard.guestRingSeconds
        house.guestClass = standard.guestClass
        house.vacantClass = standard.vacantClass
        return house == standard
    }
}
