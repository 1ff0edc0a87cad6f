import Vocabulary

extension Hotel {
    /// What the Primary is set up with: extensions, rooms, people; parents before children.
    static func configuration() -> [HotelTable] {
        var dice = Dice(seed: 1)
        return [
            classes, staffTable(&dice), staffPhones, guestDefault, guestTable, guestPhones, gateways, gatewayPorts,
            roomTable, roomExtensions, users, roles, speedDials(&dice), forwarding,
        ]
    }

    private static let classes = HotelTable(
        "class_of_service", ["code", "name", "may_call_local", "may_call_national", "may_call_international"],
        [
            [.number(1), .text("House only"), .truth(false), .truth(false), .truth(false)],
            [.number(2), .text("Guest"), .truth(true), .truth(true), .truth(false)],
            [.number(3), .text("Guest, all calls"), .truth(true), .truth(true), .truth(true)],
            [.number(10), .text("Staff"), .truth(true), .truth(false), .truth(false)],
            [.number(11), .text("Management"), .truth(true), .truth(true), .truth(true)],
        ])

    private static func staffTable(_ dice: inout Dice) -> HotelTable {
        HotelTable(
            "staff_extension",
            ["extension", "display_name", "department", "class_of_service", "secret", "has_voicemail"],
            staffExtensions.enumerated().map { index, number in
                let name = "\(dice.pick(firstNames)) \(dice.pick(surnames))"
                let department = departments[index % departments.count]
                return [
                    .text(number), .text(name), .text(department), .number(department == "Management" ? 11 : 10),
                    .text(secret(of: number)), .truth(index % 2 == 0),
                ]
            })
    }

    private static let staffPhones = HotelTable(
        "staff_device", ["extension", "place", "mac", "model", "location"],
        staffExtensions.enumerated().map { index, number in
            [
                .text(number), .number(1), mac(1, index), .text("desk-phone"),
                .text(departments[index % departments.count]),
            ]
        })

    private static let guestDefault = HotelTable(
        "guest_default", ["id", "secret", "class_of_service", "vacant_class_of_service"],
        [[.number(1), .text(guestSecret), .number(2), .number(1)]])

    private static let guestTable = HotelTable(
        "guest_extension", ["extension", "kind", "display_name"],
        rooms.map { [.text(phone(of: $0)), .text(isAnalog($0) ? "analog" : "sip"), .text("Room \($0)")] })

    private static let guestPhones = HotelTable(
        "guest_device", ["extension", "place", "mac", "model", "location"],
        rooms.filter { !isAnalog($0) }.enumerated().map { index, room in
            [.text(phone(of: room)), .number(1), mac(2, index), .text("room-phone"), .text("desk")]
        })

    private static let gateways = HotelTable(
        "guest_gateway", ["name", "address", "ports_max"],
        (1...3).map { [.text("gateway-\($0)"), .text("192.168.101.\(40 + $0)"), .number(24)] })

    private static let gatewayPorts = HotelTable(
        "guest_gateway_port", ["gateway", "port", "extension"],
        rooms.filter(isAnalog).enumerated().map { index, room in
            [.text("gateway-\(index / 24 + 1)"), .number(index % 24 + 1), .text(phone(of: room))]
        })

    private static let roomTable = HotelTable(
        "room", ["room", "kind", "floor"],
        rooms.map { [.text($0), .text($0.hasSuffix("30") ? "suite" : "guest"), .number((Int($0) ?? 0) / 100)] })

    private static let roomExtensions = HotelTable(
        "room_extension", ["extension", "room", "place"],
        rooms.map { [.text(phone(of: $0)), .text($0), .number(1)] })

    private static let users = HotelTable(
        "user_account", ["login", "display_name", "extension", "language"],
        staffExtensions.prefix(24).map { [.text("user\($0)"), .text("Extension \($0)"), .text($0), .text("de")] })

    private static let roles = HotelTable(
        "user_role", ["login", "role"],
        staffExtensions.prefix(24).enumerated().map { index, number in
            [.text("user\(number)"), .text(index == 0 ? "administrator" : index % 2 == 0 ? "hotel-staff" : "user")]
        })

    private static func speedDials(_ dice: inout Dice) -> HotelTable {
        HotelTable(
            "speed_dial", ["code", "label", "number", "may_guests_dial"],
            (0..<40).map { index in
                [
                    .text("*\(100 + index)"), .text("Number \(index + 1) 📞"),
                    .text("+431\(1_000_000 + dice.roll(9_000_000))"), .truth(index < 10),
                ]
            })
    }

    private static let forwarding = HotelTable(
        "personal_forwarding", ["extension", "occasion", "is_on", "target", "changed_at"],
        staffExtensions.map {
            [.text($0), .text("no-answer"), .truth(true), .text("200"), .text("2025-01-01 08:00:00.000000")]
        })

    /// The fifth part of the rooms, those of the two lowest floors, still have analog phones.
    private static func isAnalog(_ room: String) -> Bool {
        room.count == 3 && (room.hasPrefix("1") || room.hasPrefix("2"))
    }

    private static func mac(_ kind: UInt8, _ index: Int) -> CellValue {
        .bytes([0x02, 0xC0, 0x4D, kind, UInt8(index >> 8), UInt8(index & 0xFF)])
    }
}
