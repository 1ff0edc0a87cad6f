import HotelLogic
import Vocabulary

/// Writes what changes by a decision about stays; within a transaction.
struct StayWriter {
    let session: MariaSession
    let author: Author
    let moment: WallTime

    func write(_ change: StayChange) throws {
        switch change {
        case .arrived(let stay): try arrive(stay)
        case .departed(let stay, let at):
            try update(stay, "departed_at = \(MariaValue.momentPlace)", .moment(at))
        case .moved(let stay, let room): try update(stay, "room = ?", .text(room.description))
        case .guestsChanged(let stay, let guests): try write(guests, of: stay)
        case .departureChanged(let stay, let date): try update(stay, "departs_on = ?", .optional(date?.description))
        case .doNotDisturb(let room, let isOn):
            try set("room_do_not_disturb", room, [("is_on", .flag(isOn))])
        case .lamp(let room, let lamp):
            try set("room_message_lamp", room, [("is_on", .flag(lamp.isOn)), ("waiting", .number(lamp.waiting))])
        case .housekeeping(let room, let housekeeping):
            try set(
                "room_housekeeping", room,
                [
                    ("status", .text(housekeeping.status.rawValue)),
                    ("attendant", .optional(housekeeping.attendant)),
                ])
        case .calling(let room, let calling):
            try set(
                "room_calling", room,
                [("is_open", .flag(calling.isOpen)), ("class_of_service", .optional(calling.classOfService))])
        case .personalCleared(_, let numbers): try clear(numbers)
        }
    }

    // MARK: Stays

    private func arrive(_ stay: Stay) throws {
        try session.execute(
            """
            INSERT INTO comxfailover.stay (node, number, room, reservation, departs_on, arrived_at)
            VALUES (?, ?, ?, ?, ?, \(MariaValue.momentPlace))
            """,
            key(stay.id) + [
                .text(stay.room.description), .optional(stay.reservation), .optional(stay.departsOn?.description),
                .moment(stay.arrivedAt),
            ])
        try write(stay.guests, of: stay.id)
    }

    private func update(_ stay: StayID, _ assignment: String, _ value: MariaValue) throws {
        try session.execute(
            "UPDATE comxfailover.stay SET \(assignment) WHERE node = ? AND number = ?", [value] + key(stay))
    }

    /// The guests by their places: those who stay where they were are not written again, since a row that is written
    /// is shipped.
    private func write(_ guests: [Guest], of stay: StayID) throws {
        try session.execute(
            "DELETE FROM comxfailover.stay_guest WHERE node = ? AND number = ? AND place > ?",
            key(stay) + [.number(guests.count)])
        for (index, guest) in guests.enumerated() {
            try session.execute(
                """
                INSERT INTO comxfailover.stay_guest (node, number, place, pms_guest, title, first_name, last_name,
                  language, is_very_important)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE pms_guest = VALUES(pms_guest), title = VALUES(title),
                  first_name = VALUES(first_name), last_name = VALUES(last_name), language = VALUES(language),
                  is_very_important = VALUES(is_very_important)
                """,
                key(stay) + [
                    .number(index + 1), .optional(guest.number), .optional(guest.title), .optional(guest.firstName),
                    .text(guest.lastName), .optional(guest.language), .flag(guest.isVeryImportant),
                ])
        }
    }

    private func key(_ stay: StayID) -> [MariaValue] { [.unsigned(UInt64(stay.node.number)), .unsigned(stay.number)] }

    // MARK: Rooms

    private func clear(_ numbers: [ExtensionNumber]) throws {
        let marks = numbers.map { _ in "?" }.joined(separator: ", ")
        for table in GuestHouseTables.personal {
            try session.execute(
                "DELETE FROM comxfailover.\(table) WHERE extension IN (\(marks))", numbers.map { .text($0.description) }
            )
        }
    }

    /// One fact of a room, with who changed it, when and by which way.
    private func set(_ table: String, _ room: RoomNumber, _ values: [(column: String, value: MariaValue)]) throws {
        let columns = values.map(\.column) + ["changed_from", "changed_by", "changed_at"]
        let marks = columns.dropLast().map { _ in "?" } + [MariaValue.momentPlace]
        let renewals = columns.map { "\($0) = VALUES(\($0))" }
        try session.execute(
            """
            INSERT INTO comxfailover.\(table) (room, \(columns.joined(separator: ", ")))
            VALUES (?, \(marks.joined(separator: ", ")))
            ON DUPLICATE KEY UPDATE \(renewals.joined(separator: ", "))
            """,
            [.text(room.description)] + values.map(\.value) + [
                .text(author.way.rawValue), .optional(author.name), .moment(moment),
            ])
    }
}
