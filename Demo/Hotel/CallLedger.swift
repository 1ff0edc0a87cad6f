import Foundation
import Synchronization
import Vocabulary

/// Makes the call records of one node, numbered without a gap.
final class CallLedger: Sendable {
    private struct State {
        var dice: Dice
        var sequence = 0
    }

    private static let columns = [
        "node", "incarnation", "sequence", "call_id", "direction", "calling", "dialled", "called", "room", "trunk",
        "started_at", "answered_at", "ended_at", "ring_milliseconds", "talk_milliseconds", "outcome", "cause",
    ]

    private let node: Mode
    private let incarnation: Incarnation
    private let state: Mutex<State>

    init(node: Mode, incarnation: Incarnation) {
        self.node = node
        self.incarnation = incarnation
        state = Mutex(State(dice: Dice(seed: 10 + UInt64(node.number))))
    }

    /// How many records were made.
    var count: Int { state.withLock(\.sequence) }

    /// The next records, of calls on one day.
    ///
    /// - Parameter day: counted from the first of the year.
    func calls(_ count: Int, day: Int) -> HotelTable {
        let date = Self.date(day)
        return state.withLock { state in
            HotelTable("call_record", Self.columns, (0..<count).map { _ in record(on: date, &state) })
        }
    }

    private func record(on date: String, _ state: inout State) -> [CellValue] {
        state.sequence += 1
        let room = state.dice.pick(Hotel.rooms)
        let isOutbound = state.dice.roll(3) == 0
        let isAnswered = state.dice.roll(5) != 0
        let minute = state.dice.roll(60 * 24 - 61)
        let ring = 2 + state.dice.roll(18)
        let talk = isAnswered ? 5 + state.dice.roll(1_200) : 0
        let called =
            isOutbound ? "+43\(100_000_000 + state.dice.roll(800_000_000))" : state.dice.pick(Hotel.staffExtensions)
        return [
            .unsigned(UInt64(node.number)), .unsigned(incarnation.rawValue), .number(state.sequence),
            .text("\(node.rawValue)-\(incarnation)-\(state.sequence)"), .text(isOutbound ? "outbound" : "internal"),
            .text(Hotel.phone(of: room)), .text(called), .text(called), .text(room),
            isOutbound ? .text("trunk-vienna") : .null, .text(Self.time(date, minute * 60)),
            isAnswered ? .text(Self.time(date, minute * 60 + ring)) : .null,
            .text(Self.time(date, minute * 60 + ring + talk)), .number(ring * 1_000), .number(talk * 1_000),
            .text(isAnswered ? "answered" : "no-answer"), .number(isAnswered ? 16 : 19),
        ]
    }

    private static func date(_ day: Int) -> String {
        let moment = Date(timeIntervalSince1970: 1_735_689_600 + Double(day) * 86_400)
        return moment.formatted(.iso8601.year().month().day())
    }

    private static func time(_ date: String, _ second: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(date) \(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60)).000000"
    }
}
