import HotelLogic
import Ports
import Synchronization
import Vocabulary
import Wire

/// Call records in memory: batches are kept whole or not at all, no leg twice, and whoever goes on from an old reading
/// is refused.
package final class MemoryCallStore: CallStorePort {
    /// How the next uses go wrong.
    package enum Trouble: Sendable, Hashable {
        /// Nothing is done.
        case fails(CallStoreFailure)
        /// The next batch is kept, and its receipt lost.
        case losesReceipt
    }

    /// The state, all of it.
    package struct State: Sendable {
        package var reading = CallReading()
        package var entries: [CallEntry] = []
        package var refused: [CallBatch.RefusedLine] = []
        package var trouble: Trouble?
        package var batches = 0
        /// Which node writes here.
        package var mode = Mode.primary
    }

    private let state = Mutex(State())

    package init() {}

    /// Reads the state, or changes it.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    package func reading() async throws(CallStoreFailure) -> CallReading {
        let (reading, trouble) = state.withLock { ($0.reading, $0.trouble) }
        if case .fails(let failure)? = trouble { throw failure }
        return reading
    }

    package func keep(_ batch: CallBatch) async throws(CallStoreFailure) -> CallReading {
        let outcome = state.withLock { state -> Result<CallReading, CallStoreFailure> in
            if case .fails(let failure)? = state.trouble { return .failure(failure) }
            guard batch.revision == state.reading.revision else { return .failure(.moved) }
            Self.apply(batch, &state)
            guard state.trouble == .losesReceipt else { return .success(state.reading) }
            state.trouble = nil
            return .failure(.unavailable(words: "the connection was lost"))
        }
        return try outcome.get()
    }

    package func calls(_ query: CallQuery) async throws(CallStoreFailure) -> [CallReport] {
        let (entries, mode, trouble) = state.withLock { ($0.entries, $0.mode, $0.trouble) }
        if case .fails(let failure)? = trouble { throw failure }
        let reports = entries.enumerated().map { index, entry in
            CallReport(
                node: mode, incarnation: Incarnation(rawValue: 7), sequence: UInt64(index + 1), entry: entry)
        }
        let found = reports.filter { Self.fits($0, query) }
        let sorted = found.sorted { ($0.startedAt, $0.sequence) > ($1.startedAt, $1.sequence) }
        return Array(sorted.prefix(query.limit))
    }

    package func refusedLines(limit: Int) async throws(CallStoreFailure) -> [RefusedLineReport] {
        let (refused, trouble) = state.withLock { ($0.refused, $0.trouble) }
        if case .fails(let failure)? = trouble { throw failure }
        let reports = refused.enumerated().map { index, line in
            RefusedLineReport(
                id: UInt64(index + 1), file: line.file.rawValue, reason: line.reason,
                line: String(decoding: line.line, as: UTF8.self), readAt: SampleReports.ago(Int64(600 - index)))
        }
        return Array(reports.reversed().prefix(limit))
    }

    // MARK: Inside

    private static func apply(_ batch: CallBatch, _ state: inout State) {
        state.batches += 1
        state.reading.revision += 1
        state.reading.positions = batch.positions
        state.reading.aliveAt = batch.aliveAt
        let ids = Set(batch.closed).union(batch.opened.map(\.uniqueID))
        state.reading.open = state.reading.open.filter { !ids.contains($0.uniqueID) } + batch.opened
        state.refused += batch.refused
        state.reading.linesRefused += UInt64(batch.refused.count)
        for entry in batch.entries where !isThere(entry, state.entries) {
            state.entries.append(entry)
            state.reading.recordsWritten += 1
            if entry.outcome == .interrupted { state.reading.recordsInterrupted += 1 }
            state.reading.lastEndedAt = entry.endedAt
        }
    }

    private static func isThere(_ entry: CallEntry, _ entries: [CallEntry]) -> Bool {
        entries.contains { other in
            other.callID == entry.callID && other.leg.uniqueID == entry.leg.uniqueID
                && (entry.outcome == .interrupted || other.leg == entry.leg)
        }
    }

    private static func fits(_ call: CallReport, _ query: CallQuery) -> Bool {
        query.number.map { [call.calling, call.dialled, call.called].contains($0) } != false
            && query.room.map { call.room == $0 } != false && query.since.map { call.startedAt >= $0 } != false
            && (!query.interruptedOnly || call.outcome == .interrupted)
    }
}
