import Ports

/// The console's door over call records in memory.
package struct MemoryCallsConsole: CallsConsolePort {
    package let store: MemoryCallStore

    package init(store: MemoryCallStore = MemoryCallStore()) { self.store = store }

    package func calls(_ query: CallQuery) async throws(ConsoleFailure) -> [CallReport] {
        do { return try await store.calls(query) } catch { throw .unavailable(error.words) }
    }

    package func refusedLines(limit: Int) async throws(ConsoleFailure) -> [RefusedLineReport] {
        do { return try await store.refusedLines(limit: limit) } catch { throw .unavailable(error.words) }
    }
}
