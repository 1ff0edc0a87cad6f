import Vocabulary

extension Hotel {
    /// What the Secondary knows when the show begins: who stays where, the rooms' state, the wake-up calls.
    static func guests() -> [HotelTable] {
        var dice = Dice(seed: 2)
        let stays = (1...roomsLet).map { stay($0, room: rooms[$0], &dice) }
        let companions = (1...roomsLet).flatMap { people($0, &dice) }
        return [
            HotelTable("stay", ["node", "number", "room", "reservation", "arrived_at", "departs_on"], stays),
            HotelTable(
                "stay_guest", ["node", "number", "place", "first_name", "last_name", "language"], companions),
            housekeeping(&dice), wakeUps(&dice),
        ]
    }

    private static func stay(_ number: Int, room: String, _ dice: inout Dice) -> [CellValue] {
        [
            .number(2), .number(number), .text(room), .text("R\(100_000 + number)"),
            .text("2025-06-\(10 + dice.roll(9)) 14:\(10 + dice.roll(50)):00.000000"),
            .text("2025-06-\(20 + dice.roll(10))"),
        ]
    }

    private static func people(_ stay: Int, _ dice: inout Dice) -> [[CellValue]] {
        let surname = dice.pick(surnames)
        return (1...(1 + dice.roll(2))).map { place in
            [
                .number(2), .number(stay), .number(place), .text(dice.pick(firstNames)), .text(surname),
                .text(dice.pick(["de", "en", "it", "fr"])),
            ]
        }
    }

    private static func housekeeping(_ dice: inout Dice) -> HotelTable {
        HotelTable(
            "room_housekeeping", ["room", "status", "changed_at", "changed_from"],
            rooms.map {
                [
                    .text($0), .text(dice.pick(["dirty", "clean", "inspected"])),
                    .text("2025-06-19 09:00:00.000000"), .text("phone"),
                ]
            })
    }

    private static func wakeUps(_ dice: inout Dice) -> HotelTable {
        HotelTable(
            "wake_up_event",
            [
                "node", "incarnation", "sequence", "wake_up_node", "wake_up_number", "revision", "event", "room",
                "ring_time", "first_date", "last_date", "epoch", "happened_at", "source",
            ],
            (1...60).map { number in
                [
                    .number(2), .number(1), .number(number), .number(2), .number(number), .number(1), .text("set"),
                    .text(rooms[number * 3]),
                    .text("0\(5 + dice.roll(4)):\(dice.pick(["00", "15", "30", "45"])):00"), .text("2025-06-20"),
                    .text("2025-06-20"), .number(1), .text("2025-06-19 21:00:00.000000"), .text("desk"),
                ]
            })
    }
}
