import Ports

/// The console's door over events in memory.
package struct MemoryEventsConsole: EventsConsolePort {
    package let store: MemoryEventStore

    package init(store: MemoryEventStore = MemoryEventStore()) { self.store = store }

    package func events(_ query: EventQuery) async throws(ConsoleFailure) -> [EventReport] {
        do { return try await store.events(query).map(EventReport.init) } catch { throw .unavailable(error.words) }
    }
}
