import HotelLogic
import Vocabulary

/// The tables that the house is read from. What is no room, no extension, no language was written by another program,
/// and is left out.
struct GuestHouseTables {
    /// What people set for a phone, a table for each fact.
    static let personal = ["personal_forwarding", "personal_do_not_disturb", "personal_voicemail_pin"]

    let session: MariaSession

    /// Rooms with what is on or off in them, and who stays there; within a transaction, at one moment.
    func house() throws -> GuestHouse {
        GuestHouse(
            rooms: try rooms(), stays: try stays(), classes: Set(try ClassRows.read(session).map(\.code)),
            guestClass: try guestClass())
    }

    private func guestClass() throws -> Int {
        let row = try session.query("SELECT class_of_service FROM comxfailover.guest_default WHERE id = 1").first
        return try row?.number("class_of_service") ?? TelephonySettingsEntry().guestClass
    }

    // MARK: Rooms

    private func rooms() throws -> [RoomNumber: GuestRoom] {
        var rooms: [RoomNumber: GuestRoom] = [:]
        try each("SELECT room, is_in_use FROM comxfailover.room") { room, row in
            rooms[room] = GuestRoom(isInUse: try row.bool("is_in_use"))
        }
        try each("SELECT room, extension FROM comxfailover.room_extension ORDER BY room, place") { room, row in
            guard let number = try? ExtensionNumber(try row.text("extension")) else { return }
            rooms[room]?.numbers.append(number)
        }
        try each("SELECT room, is_on FROM comxfailover.room_do_not_disturb") { room, row in
            rooms[room]?.hasDoNotDisturb = try row.bool("is_on")
        }
        try each("SELECT room, status, attendant FROM comxfailover.room_housekeeping") { room, row in
            rooms[room]?.housekeeping = Housekeeping(
                try row.choice("status", Housekeeping.Status.self), attendant: try row.optionalText("attendant"))
        }
        try each("SELECT room, is_on, waiting FROM comxfailover.room_message_lamp") { room, row in
            rooms[room]?.lamp = MessageLamp(isOn: try row.bool("is_on"), waiting: try row.number("waiting"))
        }
        try each("SELECT room, is_open, class_of_service FROM comxfailover.room_calling") { room, row in
            rooms[room]?.calling = RoomCalling(
                isOpen: try row.bool("is_open"), classOfService: try row.optionalNumber("class_of_service"))
        }
        for table in Self.personal {
            try each(
                """
                SELECT phone.room, phone.extension FROM comxfailover.\(table) personal
                  JOIN comxfailover.room_extension phone ON phone.extension = personal.extension
                """
            ) { room, row in
                guard let number = try? ExtensionNumber(try row.text("extension")) else { return }
                rooms[room]?.personal.insert(number)
            }
        }
        return rooms
    }

    private func each(_ statement: String, _ body: (RoomNumber, MariaRow) throws -> Void) throws {
        for row in try session.query(statement) {
            guard let room = try? RoomNumber(try row.text("room")) else { continue }
            try body(room, row)
        }
    }

    // MARK: Stays

    /// Those that have not ended.
    private func stays() throws -> [Stay] {
        var guests: [StayID: [Guest]] = [:]
        for row in try session.query(
            """
            SELECT guest.node, guest.number, guest.pms_guest, guest.title, guest.first_name, guest.last_name,
              guest.language, guest.is_very_important
            FROM comxfailover.stay stay JOIN comxfailover.stay_guest guest
              ON guest.node = stay.node AND guest.number = stay.number
            WHERE stay.departed_at IS NULL ORDER BY guest.node, guest.number, guest.place
            """)
        {
            guard let id = try id(row) else { continue }
            guests[id, default: []].append(
                Guest(
                    title: try row.optionalText("title"), firstName: try row.optionalText("first_name"),
                    lastName: try row.text("last_name"), language: try row.optionalText("language"),
                    isVeryImportant: try row.bool("is_very_important"), number: try row.optionalText("pms_guest")))
        }
        return try session.query(
            """
            SELECT node, number, room, reservation, \(MariaValue.momentColumn("arrived_at")),
              CAST(departs_on AS CHAR) AS departs_on
            FROM comxfailover.stay WHERE departed_at IS NULL
            """
        ).compactMap { row in
            guard let id = try id(row), let room = try? RoomNumber(try row.text("room")) else { return nil }
            return Stay(
                id: id, room: room, reservation: try row.optionalText("reservation"),
                arrivedAt: try row.moment("arrived_at"),
                departsOn: try row.optionalText("departs_on").flatMap { try? CalendarDate($0) },
                guests: guests[id] ?? [])
        }
    }

    /// When those of these ended that have.
    func ended(_ stays: Set<StayID>) throws -> [StayID: WallTime] {
        try stays.reduce(into: [:]) { ended, stay in
            ended[stay] = try session.query(
                """
                SELECT \(MariaValue.momentColumn("departed_at")) FROM comxfailover.stay
                WHERE node = ? AND number = ? AND departed_at IS NOT NULL
                """, [.unsigned(UInt64(stay.node.number)), .unsigned(stay.number)]
            ).first?.moment("departed_at")
        }
    }

    private func id(_ row: MariaRow) throws -> StayID? {
        guard let node = Mode(number: UInt8(clamping: try row.unsigned("node"))) else { return nil }
        return StayID(node: node, number: try row.unsigned("number"))
    }
}
