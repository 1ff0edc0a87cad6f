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
        try await use(keeping) { session in
            try session.transaction(.snapshot) { try CallReadingTable(session: $0).read() }
        }
    }

    package func keep(_ batch: CallBatch) async throws(CallStoreFailure) -> CallReading {
        try await use(keeping) { session in
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
        try await use(asking) { try CallRecordTable(session: $0).calls(query) }
    }

    package func refusedLines(limit: Int) async throws(CallStoreFailure) -> [RefusedLineReport] {
        try await use(asking) { try RefusedLineTable(session: $0).newest(limit) }
    }

    package func close() async {
        await keeping.close()
        await asking.close()
    }

    private func use<T: Sendable>(
        _ connection: MariaConnection, _ body: @Sendable (MariaSession) throws -> T
    ) async throws(CallStoreFailure) -> T {
        do {
            return try await connection.perform(body)
        } catch let failure as CallStoreFailure {
            throw failure
        } catch let error as MariaError {
            throw CallStoreFailure(error)
        } catch {
            throw .database(words: "\(error)")
        }
    }
}

extension CallStoreFailure {
    /// What an error of MariaDB means to one who keeps calls.
    fileprivate init(_ error: MariaError) {
        let words = "\(error.message) (\(error.number))"
        if error.isConnectionLost || error.isAccessDenied {
            self = .unavailable(words: words)
        } else if error.isRetryable {
            self = .retry(words: words)
        } else {
            self = .database(words: words)
        }
    }
}
