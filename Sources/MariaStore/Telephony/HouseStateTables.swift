import HotelLogic
import Vocabulary

/// The tables that the state of the house comes from.
struct HouseStateTables {
    let session: MariaSession

    /// What is on and who is here; within a transaction, at one moment.
    func read() throws -> HouseStateRows {
        var rows = HouseStateRows()
        if let standard = try session.query("SELECT class_of_service FROM comxfailover.guest_default WHERE id = 1")
            .first
        {
            rows.guestClass = try standard.number("class_of_service")
        }
        rows.rooms = try keys("room", "room", "is_in_use")
        rows.staff = try keys("extension", "staff_extension", "TRUE")
        rows.guests = try keys("extension", "guest_extension", "TRUE")
        rows.undisturbedRooms = try keys("room", "room_do_not_disturb", "is_on")
        rows.undisturbed = try keys("extension", "personal_do_not_disturb", "is_on")
        rows.stays = try stays()
        for row in try session.query("SELECT room, is_open, class_of_service FROM comxfailover.room_calling") {
            rows.calling[try row.text("room")] = HouseStateRows.Calling(
                isOpen: try row.bool("is_open"), classOfService: try row.optionalNumber("class_of_service"))
        }
        rows.forwardings = try session.query(
            """
            SELECT extension, occasion, target FROM comxfailover.personal_forwarding WHERE is_on
            ORDER BY extension, occasion
            """
        ).map { row in
            HouseStateRows.Forwarding(
                number: try row.text("extension"), occasion: try row.text("occasion"), target: try row.text("target"))
        }
        return rows
    }

    private func keys(_ column: String, _ table: String, _ condition: String) throws -> [String] {
        try session.query(
            "SELECT \(column) FROM comxfailover.\(table) WHERE \(condition) ORDER BY \(column)"
        ).map { try $0.text(column) }
    }

    /// Stays that have not ended, with their main guest.
    private func stays() throws -> [HouseStateRows.Stay] {
        try session.query(
            """
            SELECT stay.node, stay.number, stay.room, guest.title, guest.first_name, guest.last_name, guest.language
            FROM comxfailover.stay stay LEFT JOIN comxfailover.stay_guest guest
              ON guest.node = stay.node AND guest.number = stay.number AND guest.place = 1
            WHERE stay.departed_at IS NULL ORDER BY stay.arrived_at, stay.node, stay.number
            """
        ).map { row in
            HouseStateRows.Stay(
                room: try row.text("room"), title: try row.optionalText("title"),
                firstName: try row.optionalText("first_name"), lastName: try row.optionalText("last_name"),
                language: try row.optionalText("language"),
                id: try Self.stay(UInt8(clamping: row.unsigned("node")), row.unsigned("number")))
        }
    }

    private static func stay(_ node: UInt8, _ number: UInt64) -> StayID? {
        Mode(number: node).map { StayID(node: $0, number: number) }
    }
}
