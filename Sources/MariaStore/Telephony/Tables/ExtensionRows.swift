import HotelLogic
import Vocabulary

/// Extensions and their phones, in the tables of staff and guests.
enum ExtensionRows {
    /// How long phones of the staff ring where nothing else is said.
    private static let staffRingSeconds = 25

    static func rows(of entries: [ExtensionEntry]) -> [TableRows] {
        let staff = entries.filter { $0.party == .staff }
        let guests = entries.filter { $0.party == .guest }
        return [
            TableRows(
                "comxfailover.staff_extension", key: ["extension"],
                [
                    "display_name", "department", "class_of_service", "ring_seconds", "caller_number",
                    "emergency_number", "secret", "has_voicemail", "is_enabled", "note",
                ], rows: staff.map(staffRow)),
            TableRows(
                "comxfailover.guest_extension", key: ["extension"],
                [
                    "kind", "display_name", "secret", "ring_seconds", "class_of_service", "caller_number",
                    "has_voicemail", "is_enabled", "note",
                ], rows: guests.map(guestRow)),
            phones("comxfailover.staff_device", staff),
            phones("comxfailover.guest_device", guests),
        ]
    }

    static func read(_ session: MariaSession) throws -> [ExtensionEntry] {
        var entries: [ExtensionEntry] = []
        let staffPhones = try phones("comxfailover.staff_device", session)
        for row in try session.query(
            """
            SELECT extension, display_name, department, class_of_service, ring_seconds, caller_number,
              emergency_number, secret, has_voicemail, is_enabled, note FROM comxfailover.staff_extension
            """)
        {
            var entry = try entry(row, staffPhones)
            entry.department = try row.optionalText("department")
            entry.emergencyNumber = try row.optionalText("emergency_number")
            if entry.classOfService == ClassEntry.staffStandard { entry.classOfService = nil }
            if entry.ringSeconds == staffRingSeconds { entry.ringSeconds = nil }
            entries.append(entry)
        }
        let guestPhones = try phones("comxfailover.guest_device", session)
        for row in try session.query(
            """
            SELECT extension, kind, display_name, secret, ring_seconds, class_of_service, caller_number,
              has_voicemail, is_enabled, note FROM comxfailover.guest_extension
            """)
        {
            var entry = try entry(row, guestPhones)
            entry.party = .guest
            entry.line = try row.choice("kind", ExtensionEntry.Line.self)
            entries.append(entry)
        }
        return entries
    }

    private static func entry(_ row: MariaRow, _ phones: [String: [PhoneEntry]]) throws -> ExtensionEntry {
        var entry = ExtensionEntry(number: try row.text("extension"))
        entry.name = try row.text("display_name")
        entry.classOfService = try row.optionalNumber("class_of_service")
        entry.ringSeconds = try row.optionalNumber("ring_seconds")
        entry.callerNumber = try row.optionalText("caller_number")
        entry.secret = try row.optionalText("secret")
        entry.hasVoicemail = try row.bool("has_voicemail")
        entry.isEnabled = try row.bool("is_enabled")
        entry.note = try row.optionalText("note")
        entry.phones = phones[entry.number] ?? []
        return entry
    }

    private static func staffRow(_ entry: ExtensionEntry) -> [MariaValue] {
        [
            .text(entry.number), .text(entry.name), .optional(entry.department),
            .number(entry.classOfService ?? ClassEntry.staffStandard),
            .number(entry.ringSeconds ?? staffRingSeconds), .optional(entry.callerNumber),
            .optional(entry.emergencyNumber), .optional(entry.secret), .flag(entry.hasVoicemail),
            .flag(entry.isEnabled), .optional(entry.note),
        ]
    }

    private static func guestRow(_ entry: ExtensionEntry) -> [MariaValue] {
        [
            .text(entry.number), .text(entry.line.rawValue), .text(entry.name), .optional(entry.secret),
            .optional(entry.ringSeconds), .optional(entry.classOfService), .optional(entry.callerNumber),
            .flag(entry.hasVoicemail), .flag(entry.isEnabled), .optional(entry.note),
        ]
    }

    private static func phones(_ table: String, _ entries: [ExtensionEntry]) -> TableRows {
        TableRows(
            table, key: ["extension", "place"], ["mac", "model", "location"], isChild: true,
            rows: entries.flatMap { entry in
                entry.phones.enumerated().map { index, phone in
                    [
                        .text(entry.number), .number(index + 1),
                        phone.hardwareAddress.map { .bytes(HardwareAddress.bytes($0)) } ?? .null,
                        .optional(phone.model), .optional(phone.location),
                    ]
                }
            })
    }

    private static func phones(_ table: String, _ session: MariaSession) throws -> [String: [PhoneEntry]] {
        var phones: [String: [PhoneEntry]] = [:]
        for row in try session.query(
            "SELECT extension, mac, model, location FROM \(table) ORDER BY extension, place")
        {
            phones[try row.text("extension"), default: []].append(
                PhoneEntry(
                    hardwareAddress: try row.optionalBytes("mac").map(HardwareAddress.text),
                    model: try row.optionalText("model"), location: try row.optionalText("location")))
        }
        return phones
    }
}
