import Ports
import Vocabulary

/// What happened on this node, in its MariaDB; on connections of its own: people who read do not hold up what is kept.
package struct MariaEventStore: EventStorePort {
    private let keeping: MariaConnection
    private let asking: MariaConnection

    /// - Parameter endpoint: logs in with the rights of an administrator.
    package init(endpoint: MariaEndpoint) {
        keeping = MariaConnection(endpoint: endpoint)
        asking = MariaConnection(endpoint: endpoint)
    }

    package func keep(_ lines: [EventLine]) async throws(EventStoreFailure) {
        try await keeping.perform(failing: EventStoreFailure.self) { session in
            try session.transaction(.readCommitted) { try EventTable(session: $0).add(lines) }
        }
    }

    package func settle(_ ids: [UInt64], on channel: AlertChannel) async throws(EventStoreFailure) {
        try await keeping.perform(failing: EventStoreFailure.self) { session in
            try session.transaction(.readCommitted) { try EventTable(session: $0).settle(ids, on: channel) }
        }
    }

    package func due(limit: Int) async throws(EventStoreFailure) -> [EventLine] {
        try await keeping.perform(failing: EventStoreFailure.self) { try EventTable(session: $0).due(limit) }
    }

    package func events(_ query: EventQuery) async throws(EventStoreFailure) -> [EventLine] {
        try await asking.perform(failing: EventStoreFailure.self) { try EventTable(session: $0).events(query) }
    }

    package func lastID() async throws(EventStoreFailure) -> UInt64 {
        try await keeping.perform(failing: EventStoreFailure.self) { try EventTable(session: $0).lastID() }
    }

    package func trim(before moment: WallTime, countMax: Int) async throws(EventStoreFailure) {
        try await keeping.perform(failing: EventStoreFailure.self) {
            try EventTable(session: $0).trim(before: moment, countMax: countMax)
        }
    }

    package func close() async {
        await keeping.close()
        await asking.close()
    }
}

extension EventStoreFailure: MariaPortFailure {
    /// Whatever the trouble, it is told in the database's words.
    init(_ trouble: MariaTrouble) {
        switch trouble {
        case .unavailable(let words), .retry(let words), .refused(let words): self.init(words)
        }
    }
}
