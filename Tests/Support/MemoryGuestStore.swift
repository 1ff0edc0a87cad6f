import HotelLogic
import Ports
import Synchronization
import Vocabulary

/// Guests that live in memory: the same changes, the same refusals, and a position for whatever is kept.
package final class MemoryGuestStore: GuestStorePort {
    /// The state, all of it.
    package struct State: Sendable {
        package var reading = GuestReading(node: .secondary, owner: .secondary, epoch: .first(of: .guest))
        /// Every line of the wake-up ledger, the oldest first.
        package var events: [WakeUpEvent] = []
        /// Who kept what, the oldest first.
        package var kept: [(author: Author, decision: GuestDecision)] = []
        /// The ledger of stays, the oldest first.
        package var records: [StayRecord] = []
        /// Stays that have ended.
        package var ended: [StayID: WallTime] = [:]
        package var position = FeedPosition.start
        /// Whether what is kept gets a position.
        package var isCaptured = true
        /// The barrier of a giveback is up.
        package var isBeingGivenBack = false
        package var failure: GuestFailure?
        /// How many changes were asked for.
        package var timesAsked = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Reads the state, or changes it behind the store's back.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    package func guests() async throws(GuestFailure) -> GuestReading {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return state.withLock { $0.reading }
    }

    package func change(
        by author: Author, at moment: WallTime, isOwnerOnly: Bool,
        _ decide: @Sendable (GuestReading) throws(GuestFailure) -> GuestDecision
    ) async throws(GuestFailure) -> GuestOutcome {
        let outcome: Result<GuestOutcome, GuestFailure> = state.withLock { state in
            do throws(GuestFailure) {
                state.timesAsked += 1
                if let failure = state.failure { throw failure }
                let reading = state.reading
                guard !isOwnerOnly || reading.owner == reading.node else {
                    throw .notOwner(reading.owner, isDown: false)
                }
                if isOwnerOnly, state.isBeingGivenBack {
                    throw .unready(
                        words: "they are being given back to the \(reading.node.peer); try again in a moment")
                }
                let decision = try decide(reading)
                precondition(isOwnerOnly || decision.stay.changes.isEmpty, "stays are written by their owner alone")
                state.records += StayLine.lines(of: decision.stay, over: reading.house).map {
                    StayRecord($0, node: reading.node, at: moment, author: author)
                }
                return .success(Self.keep(decision, author, &state))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    package func history(_ query: StayHistoryQuery) async throws(GuestFailure) -> [StayRecord] {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return query.answer(from: state.withLock { $0.records })
    }

    package func ended(_ stays: Set<StayID>) async throws(GuestFailure) -> [StayID: WallTime] {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return state.withLock { $0.ended.filter { stays.contains($0.key) } }
    }

    package func trimLedgers(before moment: WallTime, linesMax: Int) async throws(GuestFailure) -> Int {
        if let failure = state.withLock({ $0.failure }) { throw failure }
        return state.withLock { state in
            let old = state.records.dropLast().filter { $0.node == state.reading.node && $0.at < moment }
                .prefix(linesMax)
            state.records.removeAll { old.contains($0) }
            return old.count
        }
    }

    private static func keep(_ decision: GuestDecision, _ author: Author, _ state: inout State) -> GuestOutcome {
        let reading = state.reading
        for change in decision.stay.changes {
            state.reading.house.fold(change)
            if case .arrived = change { state.reading.nextStay += 1 }
            if case .departed(let stay, let moment) = change { state.ended[stay] = moment }
        }
        for event in decision.wakeUps.events {
            state.reading.book.fold(event)
            guard case .edited(let edit) = event.what, case .set = edit.change else { continue }
            state.reading.nextWakeUp += 1
        }
        state.events += decision.wakeUps.events
        state.kept.append((author, decision))
        guard state.isCaptured else { return GuestOutcome(reading: reading, decision: decision, position: nil) }
        guard !decision.isEmpty else {
            return GuestOutcome(reading: reading, decision: decision, position: state.position)
        }
        state.position = FeedPosition(rawValue: state.position.rawValue + 1)
        return GuestOutcome(reading: reading, decision: decision, position: state.position)
    }
}
