import HotelLogic
import Ports
import Vocabulary

/// The call records in this node's MariaDB, on connections of its own: people who read do not hold up what is kept.
package struct MariaCallStore: CallStorePort {
    private let keeping: MariaConnection
    private let asking: MariaConnection

    /// - Parameter endpoint: logs in with the rights of an administrator; not as the account that capture passes by.
    package init(endpoint: MariaEndpoint) {
        keeping = MariaConnection(endpoint: endpoint)
        asking = MariaConnection(endpoint: endpoint)
    }

    package func reading() async throws(CallStoreFailure) -> CallReading {
        try await keeping.perform(failing: CallStoreFailure.self) { session in
            try session.transaction(.snapshot) { try CallReadingTable(session: $0).read() }
        }
    }

    package func keep(_ batch: CallBatch) async throws(CallStoreFailure) -> CallReading {
        try await keeping.perform(failing: CallStoreFailure.self) { session in
            try session.transaction(.readCommitted) { session in
                let table = CallReadingTable(session: session)
                try table.take(batch.revision)
                let written = try CallRecordTable(session: session).add(batch.entries)
                try OpenLegTable(session: session).keep(batch.opened, forgetting: batch.closed)
                try RefusedLineTable(session: session).add(batch.refused)
                try table.save(batch, written: written)
                return try table.read()
            }
        }
    }

    package func calls(_ query: CallQuery) async throws(CallStoreFailure) -> [CallReport] {
        try await asking.perform(failing: CallStoreFailure.self) { try CallRecordTable(session: $0).calls(query) }
    }

    package func refusedLines(limit: Int) async throws(CallStoreFailure) -> [RefusedLineReport] {
        try await asking.perform(failing: CallStoreFailure.self) { try RefusedLineTable(session: $0).newest(limit) }
    }

    package func close() async {
        await keeping.close()
        await asking.close()
    }
}

extension CallStoreFailure: MariaPortFailure {
    /// What trouble with MariaDB means to one who keeps calls.
    init(_ trouble: MariaTrouble) {
        switch trouble {
        case .unavailable(let words): self = .unavailable(words: words)
        case .retry(let words): self = .retry(words: words)
        case .refused(let words): self = .database(words: words)
        }
    }
}
