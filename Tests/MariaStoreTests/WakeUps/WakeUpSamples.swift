import HotelLogic
import Vocabulary

/// Lines of the wake-up ledger of every kind, drawn from a seed.
struct WakeUpSamples {
    private var state: UInt64
    let node: Mode

    init(seed: UInt64, node: Mode) {
        state = seed &* 0x2545_F491_4F6C_DD1D | 1
        self.node = node
    }

    /// A line of each kind, with everything in it that varies.
    mutating func everyKind() throws -> [WakeUpEvent] {
        var events: [WakeUpEvent] = []
        for change in [try set(), .changed(try plan()), .moved(try place()), .cancelled] {
            events.append(try event(.edited(edit(change)), room: change.place?.room))
        }
        for step in steps() { events.append(try event(.rung(occurrence(), step))) }
        events.append(
            try event(.disagreementTold(wakeUp(), WakeUpDisagreement(kept: revision(), dropped: revision()))))
        return events
    }

    private mutating func set() throws -> WakeUpEdit.Change { .set(try plan(), try place()) }

    private mutating func steps() -> [RingingStep] {
        var steps: [RingingStep] = [
            .claimed(number()), .rang(number(), isReceipted: true), .rang(number(), isReceipted: false),
            .answered(number()), .answered(nil), .snoozed(number(), until: moment()),
            .lapsed(number(), of: .primary), .lapsed(number(), of: .secondary), .reported,
        ]
        steps += AttemptFailure.allCases.map { .failed(number(), $0) }
        steps += RingingStep.HandOver.allCases.map { .handedOver($0) }
        steps += RingingStep.GivingUp.allCases.map { .givenUp($0) }
        return steps
    }

    private mutating func event(_ what: WakeUpEvent.What, room: RoomNumber? = nil) throws -> WakeUpEvent {
        let ways = Author.Way.allCases
        let names = [nil, "Zoë O'Neill", "\\'; DROP", String(repeating: "n", count: 60)]
        return WakeUpEvent(
            what, room: try room ?? self.room(), node: node, epoch: Epoch(rawValue: next()), at: moment(),
            author: Author(ways[below(ways.count)], names[below(names.count)]))
    }

    private mutating func edit(_ change: WakeUpEdit.Change) -> WakeUpEdit {
        WakeUpEdit(wakeUp(), revision(), seen: below(2) == 0 ? nil : revision(), change)
    }

    private mutating func plan() throws -> WakeUpPlan {
        let first = day()
        let time = TimeOfDay(secondsSinceMidnight: below(86_400)) ?? .midnight
        return WakeUpPlan(
            WakeUpSchedule(time, from: first, through: first.adding(days: below(3))),
            number: below(2) == 0 ? nil : try ExtensionNumber("\(1_000 + below(9_000))"),
            language: below(2) == 0 ? nil : "de")
    }

    private mutating func place() throws -> WakeUpPlace {
        WakeUpPlace(
            try room(),
            stay: below(2) == 0 ? nil : StayID(node: below(2) == 0 ? .primary : .secondary, number: next()))
    }

    private mutating func occurrence() -> Occurrence { Occurrence(wakeUp(), revision(), on: day()) }
    private mutating func wakeUp() -> WakeUpID { WakeUpID(node: below(2) == 0 ? .primary : .secondary, number: next()) }
    private mutating func revision() -> WakeUpRevision { WakeUpRevision(rawValue: UInt32(truncatingIfNeeded: next())) }

    private mutating func room() throws -> RoomNumber {
        try RoomNumber(below(2) == 0 ? "\(100 + below(900))" : "A-12b")
    }

    private mutating func number() -> Int { 1 + below(2_000) }
    private mutating func day() -> CalendarDate { CalendarDate.first.adding(days: below(80_000)) }

    private mutating func moment() -> WallTime {
        WallTime(microseconds: Int64(next() % 4_000_000_000_000_000))
    }

    private mutating func below(_ count: Int) -> Int { Int((next() >> 33) % UInt64(count)) }

    private mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x9E37_79B9_7F4A_7C15
    }
}

extension WakeUpEdit.Change {
    fileprivate var place: WakeUpPlace? {
        switch self {
        case .set(_, let place), .moved(let place): place
        case .changed, .cancelled: nil
        }
    }
}
