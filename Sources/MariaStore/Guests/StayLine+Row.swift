import HotelLogic
import Ports
import Vocabulary

/// Lines of the ledger of stays as its table holds them.
extension StayLine {
    static let columns = ["event", "stay_node", "stay_number", "room", "former_room", "box", "target_box", "detail"]

    var values: [MariaValue] {
        [
            .text(event.rawValue), stay.map { .unsigned(UInt64($0.node.number)) } ?? .null,
            stay.map { .unsigned($0.number) } ?? .null, .optional(room?.description),
            .optional(formerRoom?.description), .optional(box?.description), .optional(targetBox?.description),
            .optional(detail),
        ]
    }

    init(_ row: MariaRow) throws {
        self.init(try row.choice("event", Event.self))
        if let node = try row.optionalUnsigned("stay_node").flatMap({ Mode(number: UInt8(clamping: $0)) }),
            let number = try row.optionalUnsigned("stay_number")
        {
            stay = StayID(node: node, number: number)
        }
        room = try row.optionalText("room").map { try RoomNumber($0) }
        formerRoom = try row.optionalText("former_room").map { try RoomNumber($0) }
        box = try row.optionalText("box").map { try ExtensionNumber($0) }
        targetBox = try row.optionalText("target_box").map { try ExtensionNumber($0) }
        detail = try row.optionalText("detail")
    }
}

extension StayRecord {
    init(_ row: MariaRow) throws {
        guard let node = Mode(number: UInt8(clamping: try row.unsigned("node"))) else {
            throw MariaRowError.mismatch(column: "node", expected: "1 or 2", found: "another number")
        }
        self.init(
            try StayLine(row), node: node, at: try row.moment("happened_at"),
            author: Author(try row.choice("source", Author.Way.self), try row.optionalText("actor")))
    }
}
