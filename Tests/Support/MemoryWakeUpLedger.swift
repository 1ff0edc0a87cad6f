import HotelLogic
import Ports
import Synchronization
import Vocabulary

/// A wake-up ledger in memory: batches are kept whole or not at all, in their order, and no numbered one twice.
package final class MemoryWakeUpLedger: WakeUpLedgerPort {
    /// How the next uses go wrong.
    package enum Trouble: Sendable, Hashable {
        /// Nothing is done.
        case fails(WakeUpLedgerFailure)
        /// The next batch is kept, and its receipt lost.
        case losesReceipt
    }

    /// The state, all of it.
    package struct State: Sendable {
        /// Lines of both nodes in the order in which they came to be here.
        package var lines: [WakeUpLine] = []
        package var newest: WakeUpBatch.Number?
        package var trouble: Trouble?
        /// This node, and who owns the guest scope.
        package var mode: Mode
        package var owner = Mode.secondary
        /// The barrier of a giveback is up.
        package var isBeingGivenBack = false
        package var incarnation = Incarnation(rawValue: 7)
        /// Counts the times that the database was put back to an older image; nil while the ledger is not captured.
        package var feed: UInt64? = 1
        package var batchesKept = 0
        /// Lines that the copy brings in the moment before the next batch is kept.
        package var arriving: [WakeUpLine] = []
    }

    private let state: Mutex<State>

    package init(mode: Mode = .secondary) { state = Mutex(State(mode: mode)) }

    /// Reads the state, or changes it.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    package var events: [WakeUpEvent] { state.withLock { $0.lines.map(\.event) } }

    /// Lines that the copy brought from the peer.
    package func receive(_ lines: [WakeUpLine]) {
        state.withLock { state in
            let known = Set(state.lines)
            state.lines += lines.filter { !known.contains($0) }
        }
    }

    package func append(_ batch: WakeUpBatch) async throws(WakeUpLedgerFailure) -> [WakeUpLine] {
        try state.withLock { state -> Result<[WakeUpLine], WakeUpLedgerFailure> in
            if case .fails(let failure)? = state.trouble { return .failure(failure) }
            if batch.isOfOwner, state.owner != state.mode { return .failure(.notOwner(state.owner)) }
            if batch.isOfOwner, state.isBeingGivenBack {
                let peer = state.mode.peer
                return .failure(.retry(words: "they are being given back to the \(peer); try again in a moment"))
            }
            state.lines += state.arriving
            state.arriving = []
            let lines = Self.keep(batch, &state)
            guard state.trouble == .losesReceipt else { return .success(lines) }
            state.trouble = nil
            return .failure(.unavailable(words: "the connection was lost"))
        }.get()
    }

    package func lines(since day: CalendarDate) async throws(WakeUpLedgerFailure) -> WakeUpReading {
        try read { state in
            let planned = state.lines.filter { $0.event.lastDay.map { $0 >= day } ?? false }
            return WakeUpReading(
                lines: Self.lines(of: Set(planned.map(\.event.wakeUp)), state), mark: Self.mark(state))
        }
    }

    package func lines(after mark: WakeUpMark) async throws(WakeUpLedgerFailure) -> WakeUpReading? {
        try read { state in
            guard !mark.positions.isEmpty, mark.feed == state.feed else { return nil }
            let fresh = state.lines.enumerated().filter { index, line in
                guard state.feed != nil || line.event.node == state.mode else { return false }
                return UInt64(index + 1) > (mark.positions[line.event.node] ?? .start).rawValue
            }
            return WakeUpReading(
                lines: Self.lines(of: Set(fresh.map(\.element.event.wakeUp)), state), mark: Self.mark(state))
        }
    }

    package func lines(of wakeUp: WakeUpID) async throws(WakeUpLedgerFailure) -> [WakeUpLine] {
        try read { Self.lines(of: [wakeUp], $0) }
    }

    // MARK: Inside

    private func read<Value: Sendable>(
        _ body: (State) -> Value
    ) throws(WakeUpLedgerFailure) -> Value {
        let state = state.withLock { $0 }
        if case .fails(let failure)? = state.trouble { throw failure }
        return body(state)
    }

    private static func keep(_ batch: WakeUpBatch, _ state: inout State) -> [WakeUpLine] {
        precondition(batch.events.allSatisfy { $0.node == state.mode }, "a line of the peer")
        if let number = batch.number {
            if let newest = state.newest, newest.run == number.run, newest.serial >= number.serial { return [] }
            state.newest = number
        }
        state.batchesKept += 1
        let own = state.lines.filter { $0.event.node == state.mode && $0.incarnation == state.incarnation }
        let last = own.map(\.sequence).max() ?? 0
        let lines = batch.events.enumerated().map { index, event in
            WakeUpLine(incarnation: state.incarnation, sequence: last + 1 + UInt64(index), event: event)
        }
        state.lines += lines
        return lines
    }

    private static func lines(of wakeUps: Set<WakeUpID>, _ state: State) -> [WakeUpLine] {
        state.lines.filter { wakeUps.contains($0.event.wakeUp) }.sorted {
            ($0.event.at, $0.event.node.number, $0.incarnation.rawValue, $0.sequence)
                < ($1.event.at, $1.event.node.number, $1.incarnation.rawValue, $1.sequence)
        }
    }

    private static func mark(_ state: State) -> WakeUpMark {
        var positions: [Mode: FeedPosition] = [.primary: .start, .secondary: .start]
        for (index, line) in state.lines.enumerated() {
            positions[line.event.node] = FeedPosition(rawValue: UInt64(index + 1))
        }
        if state.feed == nil { positions[state.mode.peer] = nil }
        return WakeUpMark(feed: state.feed, positions: positions)
    }
}

extension WakeUpEvent {
    /// The last day of the plan that it makes.
    fileprivate var lastDay: CalendarDate? {
        guard case .edited(let edit) = what else { return nil }
        switch edit.change {
        case .set(let plan, _), .changed(let plan): return plan.schedule.last
        case .moved, .cancelled: return nil
        }
    }
}
