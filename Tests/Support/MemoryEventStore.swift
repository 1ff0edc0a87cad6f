import Ports
import Synchronization
import Vocabulary

/// Events that are kept in memory, as a database keeps them.
package final class MemoryEventStore: EventStorePort {
    package struct State {
        package var lines: [UInt64: EventLine] = [:]
        /// Why nothing can be kept or read.
        package var trouble: String?
        /// How often lines were kept or settled.
        package var writes = 0
    }

    /// Those who wait while it hangs, and those who wait for that.
    private struct Standstill {
        var hangs = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let standstill = Mutex(Standstill())

    package init() {}

    /// From now on it answers nobody.
    package func hang() { standstill.withLock { $0.hangs = true } }

    /// Returns when somebody waits for an answer.
    package func hanging() async {
        await withCheckedContinuation { watcher in
            let isSo = standstill.withLock { standstill in
                if standstill.waiting.isEmpty { standstill.watchers.append(watcher) }
                return !standstill.waiting.isEmpty
            }
            if isSo { watcher.resume() }
        }
    }

    /// Answers again.
    package func goOn() {
        let waiting = standstill.withLock { standstill in
            defer { standstill = Standstill() }
            return standstill.waiting
        }
        for waiter in waiting { waiter.resume() }
    }

    private func answer() async {
        await withCheckedContinuation { waiter in
            let watchers = standstill.withLock { standstill -> [CheckedContinuation<Void, Never>]? in
                guard standstill.hangs else { return nil }
                standstill.waiting.append(waiter)
                defer { standstill.watchers = [] }
                return standstill.watchers
            }
            guard let watchers else { return waiter.resume() }
            for watcher in watchers { watcher.resume() }
        }
    }

    package func withState<T: Sendable>(_ body: (inout State) -> T) -> T { state.withLock { body(&$0) } }

    /// All lines, the oldest first.
    package var lines: [EventLine] { state.withLock { $0.lines.values.sorted { $0.id < $1.id } } }

    package func keep(_ lines: [EventLine]) async throws(EventStoreFailure) {
        await answer()
        try use { state in
            state.writes += 1
            for line in lines where state.lines[line.id] == nil { state.lines[line.id] = line }
        }
    }

    package func settle(_ ids: [UInt64], on channel: AlertChannel) async throws(EventStoreFailure) {
        await answer()
        try use { state in
            state.writes += 1
            for id in ids { state.lines[id]?.due.remove(channel) }
        }
    }

    package func due(limit: Int) async throws(EventStoreFailure) -> [EventLine] {
        try use { Array($0.lines.values.filter { !$0.due.isEmpty }.sorted { $0.id < $1.id }.suffix(limit)) }
    }

    package func events(_ query: EventQuery) async throws(EventStoreFailure) -> [EventLine] {
        try use { Array($0.lines.values.filter { query.fits($0.event) }.sorted { $0.id > $1.id }.prefix(query.limit)) }
    }

    package func lastID() async throws(EventStoreFailure) -> UInt64 {
        await answer()
        return try use { $0.lines.keys.max() ?? 0 }
    }

    package func trim(before moment: WallTime, countMax: Int) async throws(EventStoreFailure) {
        try use { state in
            let kept = state.lines.values.filter { $0.event.at >= moment }.sorted { $0.id > $1.id }.prefix(countMax)
            state.lines = Dictionary(uniqueKeysWithValues: kept.map { ($0.id, $0) })
        }
    }

    private func use<T: Sendable>(_ body: (inout State) -> T) throws(EventStoreFailure) -> T {
        let result: Result<T, EventStoreFailure> = state.withLock { state in
            if let trouble = state.trouble { return .failure(EventStoreFailure(trouble)) }
            return .success(body(&state))
        }
        return try result.get()
    }
}
