import Ports
import ReplicaLogic
import Vocabulary

/// The peer's feed over MariaDB.
package struct MariaPeerFeed: PeerFeedPort {
    private let connection: MariaConnection

    package init(endpoint: MariaEndpoint) {
        var endpoint = endpoint
        endpoint.sessionSettings += [
            "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ", MariaTransaction.patience,
        ]
        connection = MariaConnection(endpoint: endpoint)
    }

    package func incarnation() async throws(FeedFailure) -> Incarnation {
        try await ask { try $0.incarnation() }
    }

    package func formerLives() async throws(FeedFailure) -> Set<Incarnation> {
        try await ask { try $0.formerLives() }
    }

    package func cursors() async throws(FeedFailure) -> [TableName: FeedMemory] {
        try await ask { try $0.cursors() }
    }

    package func reach() async throws(FeedFailure) -> FeedReach {
        try await ask { try $0.reach() }
    }

    package func catalogue() async throws(FeedFailure) -> [FeedTable] {
        try await ask { try $0.catalogue() }
    }

    package func openSnapshot(
        newsIn tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) async throws(FeedFailure) -> SnapshotOpening {
        try await ask { reader in
            try reader.session.openSnapshot()
            return try reader.opening(newsIn: tables, origin: origin)
        }
    }

    package func closeSnapshot() async {
        // A connection that broke has no snapshot left to close.
        _ = try? await ask { try $0.session.closeSnapshot() }
    }

    package func batch(
        of table: FeedTable, after position: FeedPosition, limit: Int, origin: FeedOrigin
    ) async throws(FeedFailure) -> FeedBatch {
        try await ask { try $0.batch(of: table, after: position, limit: limit, origin: origin) }
    }

    package func news(
        in tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) async throws(FeedFailure) -> Set<TableName> {
        try await ask { try $0.news(in: tables, origin: origin) }
    }

    package func waiting(
        in table: FeedTable, after position: FeedPosition, origin: FeedOrigin
    ) async throws(FeedFailure) -> UInt64 {
        try await ask { try $0.waiting(in: table, after: position, origin: origin) }
    }

    package func close() async { await connection.close() }

    func ask<T: Sendable>(_ question: @Sendable (FeedReader) throws -> T) async throws(FeedFailure) -> T {
        do {
            return try await connection.perform { try question(FeedReader(session: $0)) }
        } catch {
            throw FeedFailure(error)
        }
    }
}
