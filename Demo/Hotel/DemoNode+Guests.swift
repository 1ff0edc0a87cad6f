import MariaStore
import Vocabulary

extension DemoNode {
    /// Checks a guest in, lights the lamp and sets a wake-up, in one transaction, as a desk would.
    ///
    /// - Parameter stay: the number of the stay and of the wake-up; it must be new.
    func checkIn(stay: Int, room: String, guest: String) async throws {
        let number = CellValue.number(stay)
        try await database.perform { session in
            try session.transaction { session in
                try session.execute(
                    """
                    INSERT INTO comxfailover.stay (node, number, room, arrived_at, departs_on)
                    VALUES (2, ?, ?, '2025-06-20 15:00:00', '2025-06-27')
                    """, [number, .text(room)])
                try session.execute(
                    "INSERT INTO comxfailover.stay_guest (node, number, place, last_name) VALUES (2, ?, 1, ?)",
                    [number, .text(guest)])
                try session.execute(
                    """
                    INSERT INTO comxfailover.wake_up_event
                      (node, incarnation, sequence, wake_up_node, wake_up_number, revision, event, room, ring_time,
                       first_date, last_date, epoch, happened_at, source)
                    VALUES (2, 1, ?, 2, ?, 1, 'set', ?, '06:45:00', '2025-06-21', '2025-06-21', 1,
                      UTC_TIMESTAMP(6), 'desk')
                    """, [number, number, .text(room)])
                try session.execute(
                    """
                    INSERT INTO comxfailover.room_message_lamp (room, is_on, waiting, changed_at, changed_from)
                    VALUES (?, TRUE, 1, UTC_TIMESTAMP(6), 'desk')
                    """, [.text(room)])
            }
        }
    }

    /// Switches do-not-disturb of a staff extension, as its phone would.
    func switchDoNotDisturb(_ number: String, on isOn: Bool) async throws {
        try await change(
            """
            INSERT INTO comxfailover.personal_do_not_disturb (extension, is_on, changed_at)
            VALUES (?, ?, UTC_TIMESTAMP(6))
            ON DUPLICATE KEY UPDATE is_on = VALUES(is_on), changed_at = VALUES(changed_at)
            """, [.text(number), .truth(isOn)])
    }
}
