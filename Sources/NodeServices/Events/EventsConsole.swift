import Ports
import Vocabulary

/// What a node tells people of what happened on it: from the store, and from memory while that is away.
package struct EventsConsole: EventsConsolePort {
    private let store: any EventStorePort
    private let service: EventService

    package init(store: any EventStorePort, service: EventService) {
        self.store = store
        self.service = service
    }

    package func events(_ query: EventQuery) async throws(ConsoleFailure) -> [EventReport] {
        let recent = service.recent.filter { query.fits($0.event) }
        let kept: [EventLine]
        do throws(EventStoreFailure) {
            kept = try await store.events(query)
        } catch {
            kept = []
        }
        // What memory holds is newer than what the store says of the same event.
        let known = Set(recent.map(\.id))
        let lines = (recent + kept.filter { !known.contains($0.id) }).sorted { $0.id > $1.id }
        return lines.prefix(query.limit).map(EventReport.init)
    }
}
