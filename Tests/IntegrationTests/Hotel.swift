/// Statements about the hotel's own tables.
enum Hotel {
    /// One table of each kind of item.
    static let tables = [
        "comxfailover.room", "comxfailover.stay", "comxfailover.room_do_not_disturb", "comxfailover.call_record",
        "comxfailover.personal_voicemail_pin", "comxfailover.speed_dial",
    ]

    static let triggerCount =
        "SELECT COUNT(*) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA NOT IN ('sys', 'mysql')"

    static func room(_ room: String, name: String = "a room") -> String {
        """
        INSERT INTO comxfailover.room (room, name) VALUES ('\(room)', '\(name)')
          ON DUPLICATE KEY UPDATE name = VALUES(name)
        """
    }

    static func stay(node: Int, number: Int, room: String) -> String {
        """
        INSERT INTO comxfailover.stay (node, number, room, arrived_at)
          VALUES (\(node), \(number), '\(room)', UTC_TIMESTAMP(6))
        """
    }

    static func doNotDisturb(_ room: String, isOn: Bool) -> String {
        """
        INSERT INTO comxfailover.room_do_not_disturb (room, is_on, changed_at, changed_from)
          VALUES ('\(room)', \(isOn), UTC_TIMESTAMP(6), 'phone')
          ON DUPLICATE KEY UPDATE is_on = VALUES(is_on), changed_at = VALUES(changed_at)
        """
    }

    static func pin(_ extension: String, _ pin: String) -> String {
        """
        INSERT INTO comxfailover.personal_voicemail_pin (extension, pin, changed_at)
          VALUES ('\(`extension`)', '\(pin)', UTC_TIMESTAMP(6))
          ON DUPLICATE KEY UPDATE pin = VALUES(pin), changed_at = VALUES(changed_at)
        """
    }

    static func speedDial(_ code: String, _ number: String) -> String {
        "REPLACE INTO comxfailover.speed_dial (code, label, number) VALUES ('\(code)', 'somebody', '\(number)')"
    }

    static func callRecord(node: Int, sequence: Int) -> String {
        """
        INSERT INTO comxfailover.call_record (node, incarnation, sequence, call_id, direction, calling, dialled, called,
          started_at, ended_at, ring_milliseconds, talk_milliseconds, outcome)
          VALUES (\(node), 1, \(sequence), 'call-\(node)-\(sequence)', 'internal', '201', '202', '202',
          UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 10, 0, 'no-answer')
        """
    }
}
