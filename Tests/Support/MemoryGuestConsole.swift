import HotelLogic
import Ports
import Synchronization
import Vocabulary

/// The door of those who serve guests over a house in memory: the same decisions by the same desks, and the same
/// refusals.
package final class MemoryGuestConsole: GuestConsolePort {
    /// The state, all of it.
    package struct State: Sendable {
        package var house = GuestHouse()
        package var book = WakeUpBook()
        /// Every line of the wake-up ledger, the oldest first.
        package var events: [WakeUpEvent] = []
        /// Whoever asked for a change, and what telephones did, the oldest first.
        package var authors: [Author] = []
        package var effects: [TelephonyEffect] = []
        /// The ledger of stays, the oldest first.
        package var records: [StayRecord] = []
        package var nextStay: UInt64 = 1
        package var nextWakeUp: UInt64 = 1
        /// This node, and who owns the guests.
        package var mode = Mode.secondary
        package var owner = Mode.secondary
        package var isOwnerDown = false
        /// Wake-ups are accepted here though the other node owns the guests.
        package var acceptsWakeUps = false
        package var answers = true
        /// What is said of every change.
        package var safety = Safety.both
    }

    package let clock: any ClockPort
    package let zone: ZoneRules
    private let state: Mutex<State>

    package init(state: State = State(), zone: ZoneRules = .utc, clock: any ClockPort = MemoryClock()) {
        self.state = Mutex(state)
        self.zone = zone
        self.clock = clock
    }

    /// Reads the state, or changes it behind the door.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    // MARK: Reading

    package func localTime() async -> LocalTime { zone.localTime(at: clock.wallTime()) }

    package func rooms() async throws(GuestFailure) -> GuestList<GuestRoomReport> {
        list(try reading().house) { GuestRoomReport.all(in: $0) }
    }

    package func stays(in room: RoomNumber?) async throws(GuestFailure) -> GuestList<StayReport> {
        let house = try reading().house
        if let room, house.rooms[room] == nil { throw .stay(.unknownRoom(room)) }
        return list(house) { house in
            house.stays.values.filter { stay in room == nil || stay.room == room }
                .sorted { ($0.room, $0.arrivedAt, $0.id) < ($1.room, $1.arrivedAt, $1.id) }
                .map { StayReport($0, in: zone) }
        }
    }

    package func history(_ query: StayHistoryQuery) async throws(GuestFailure) -> [StayHistoryReport] {
        query.answer(from: try reading().records).map { StayHistoryReport($0, in: zone) }
    }

    package func wakeUps(_ query: WakeUpQuery) async throws(GuestFailure) -> GuestList<WakeUpReport> {
        let state = try reading()
        if let room = query.room, state.house.rooms[room] == nil { throw .wakeUps(WakeUpRefusal([.unknownRoom(room)])) }
        return list(state.book) { query.answer(from: $0, in: zone) }
    }

    private func reading() throws(GuestFailure) -> State {
        let state = state.withLock { $0 }
        guard state.answers else { throw .unavailable(words: "connection refused") }
        return state
    }

    private func list<Source, Line>(_ source: Source, _ lines: (Source) -> [Line]) -> GuestList<Line> {
        let (mode, owner) = state.withLock { ($0.mode, $0.owner) }
        return GuestList(
            owner: owner, isCopy: owner != mode, ageSeconds: owner == mode ? nil : 1, lines: lines(source))
    }

    // MARK: Changing

    package func change(_ request: StayRequest, by author: Author) async throws(GuestFailure) -> StayReceipt {
        let outcome: Result<StayReceipt, GuestFailure> = state.withLock { state in
            do throws(GuestFailure) {
                try requireOwner(state, isOpen: false)
                return .success(try change(&state, request, author))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    package func change(_ request: WakeUpRequest, by author: Author) async throws(GuestFailure) -> WakeUpReceipt {
        let outcome: Result<WakeUpReceipt, GuestFailure> = state.withLock { state in
            do throws(GuestFailure) {
                try requireOwner(state, isOpen: state.acceptsWakeUps)
                return .success(try change(&state, request, author))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private func requireOwner(_ state: State, isOpen: Bool) throws(GuestFailure) {
        guard state.answers else { throw .unavailable(words: "connection refused") }
        guard isOpen || state.owner == state.mode else { throw .notOwner(state.owner, isDown: state.isOwnerDown) }
    }

    private func desk(_ state: State) -> FrontDesk {
        FrontDesk(
            node: state.mode, epoch: .first(of: .guest), zone: zone, house: state.house, book: state.book,
            nextStay: state.nextStay, nextWakeUp: state.nextWakeUp)
    }

    private func change(
        _ state: inout State, _ request: StayRequest, _ author: Author
    ) throws(GuestFailure) -> StayReceipt {
        let before = state.house
        let decision: GuestDecision
        do throws(StayFault) {
            decision = try desk(state).decide(request, by: author, at: clock.wallTime())
        } catch {
            throw .stay(error)
        }
        keep(&state, decision, author)
        return StayReceipt(request, decision, from: before, to: state.house, state.safety)
    }

    private func change(
        _ state: inout State, _ request: WakeUpRequest, _ author: Author
    ) throws(GuestFailure) -> WakeUpReceipt {
        let decision: GuestDecision
        do throws(WakeUpRefusal) {
            decision = try desk(state).decide(request, by: author, at: clock.wallTime())
        } catch {
            throw .wakeUps(error)
        }
        state.nextWakeUp += UInt64(decision.wakeUps.answers.count { $0.outcome == .set })
        keep(&state, decision, author)
        return WakeUpReceipt(decision.wakeUps, in: zone, state.safety)
    }

    private func keep(_ state: inout State, _ decision: GuestDecision, _ author: Author) {
        let moment = clock.wallTime()
        state.records += StayLine.lines(of: decision.stay, over: state.house).map {
            StayRecord($0, node: state.mode, at: moment, author: author)
        }
        for change in decision.stay.changes {
            state.house.fold(change)
            if case .arrived = change { state.nextStay += 1 }
        }
        state.effects += decision.stay.effects
        state.authors.append(author)
        state.events += decision.wakeUps.events
        for event in decision.wakeUps.events { state.book.fold(event) }
    }
}
