import Ports
import ReplicaLogic
import Vocabulary

/// This node's MariaDB as the receiver of the peer's changes.
///
/// Two connections: one logs in as the account that capture passes by, and applies; the other reads and keeps books.
package struct MariaReplicaStore: ReplicaStorePort {
    private let applier: ApplierConnection
    private let keeper: MariaConnection
    private let clock: @Sendable () -> WallTime

    /// - Parameters:
    ///   - applying: logs in as `comxfailover_apply`.
    ///   - keeping: logs in with the rights of an administrator.
    ///   - clock: the wall clock, for the ledger.
    package init(
        applying: MariaEndpoint, keeping: MariaEndpoint, clock: @escaping @Sendable () -> WallTime
    ) {
        applier = ApplierConnection(endpoint: applying)
        keeper = MariaConnection(endpoint: keeping)
        self.clock = clock
    }

    package func items() async throws(FeedFailure) -> [ItemDefinition] {
        try await keep { try ItemCatalogueTable(session: $0).all() }
    }

    package func tables() async throws(FeedFailure) -> [FeedTable] {
        try await keep { try FeedReader(session: $0).catalogue() }
    }

    package func copyRecord(of item: ItemName) async throws(FeedFailure) -> CopyRecord {
        try await keep { try CopyRecordTable(session: $0).record(of: item) }
    }

    package func save(_ record: CopyRecord, of item: ItemName) async throws(FeedFailure) {
        try await keep { try CopyRecordTable(session: $0).save(record, of: item) }
    }

    package func cursors(
        of item: ItemName, incarnation: Incarnation
    ) async throws(FeedFailure) -> [TableName: FeedPosition] {
        try await keep { try CopyRecordTable(session: $0).cursors(of: item, incarnation: incarnation) }
    }

    package func save(
        _ cursors: [ItemName: [TableName: FeedPosition]], incarnation: Incarnation
    ) async throws(FeedFailure) {
        try await keep { session in
            try session.transaction { try CopyRecordTable(session: $0).save(cursors, incarnation: incarnation) }
        }
    }

    package func apply(_ work: ApplyWork) async throws(ApplyFailure) -> ApplyReceipt {
        try await applier.apply(work, at: clock())
    }

    package func beginHealing() async throws(FeedFailure) -> Set<UInt32> {
        try await keep { session in
            try ScopeReigns(session: session).noteDrift()
            let rows = try session.query(
                "SELECT number FROM comxfailover_node.feed_table WHERE drifted > 0 AND installed = 1")
            guard !rows.isEmpty else { return [] }
            try session.execute("UPDATE comxfailover_node.feed_table SET drifted = 2 WHERE drifted = 1")
            return Set(try rows.map { UInt32(try $0.unsigned("number")) })
        }
    }

    package func endHealing(of table: FeedTable, isDone: Bool) async throws(FeedFailure) {
        try await keep { session in
            try session.execute(
                "UPDATE comxfailover_node.feed_table SET drifted = ? WHERE number = ? AND drifted = 2",
                [.unsigned(isDone ? 0 : 1), .unsigned(UInt64(table.number))])
        }
    }

    package func drift(of table: FeedTable, limit: Int) async throws(FeedFailure) -> FoundRows {
        try await keep { session in
            let keys = table.shape.keyColumns.enumerated().map { index, column in
                column.isNullable ? "IF(n\(index), NULL, k\(index))" : "k\(index)"
            }
            let rows = try session.query(
                """
                SELECT \(keys.joined(separator: ", ")), \(ReignText.epoch) AS epoch, f.clock, f.node, f.position
                FROM comxfailover_node.feed_table t
                  JOIN `comxfailover_node`.`feed_\(table.number)` f \(ReignText.join(scope: "t.scope"))
                WHERE t.number = \(table.number) AND \(ReignText.drift) = 1 ORDER BY f.position LIMIT \(limit)
                """)
            let writes = try rows.map { row in (Array(row.values.prefix(keys.count)), try Version(row)) }
            return FoundRows(
                Dictionary(writes) { first, _ in first },
                last: FeedPosition(rawValue: try rows.last?.unsigned("position") ?? 0))
        }
    }

    package func remove(
        _ rows: FoundRows, of table: FeedTable, reason: LedgerReason
    ) async throws(ApplyFailure) -> UInt64 {
        try await applier.remove(rows, of: table, reason: reason, at: clock())
    }

    package func ownRows(of table: FeedTable) async throws(FeedFailure) -> OwnRowsCount {
        try await keep { session in
            let rows = try session.query(
                """
                SELECT COUNT(*) AS all_rows, COUNT(IF(f.node = r.self, 1, NULL)) AS own_rows
                FROM `comxfailover_node`.`feed_\(table.number)` f
                  JOIN comxfailover_node.feed_table t ON t.number = \(table.number)
                  JOIN comxfailover_node.scope_role r ON r.scope = t.scope
                WHERE f.tombstone = 0
                """)
            guard let row = rows.first else { return OwnRowsCount(own: 0, all: 0) }
            return OwnRowsCount(own: try row.unsigned("own_rows"), all: try row.unsigned("all_rows"))
        }
    }

    package func remember(_ memory: FeedMemory) async throws(FeedFailure) {
        try await keep { try CopyRecordTable(session: $0).remember(memory) }
    }

    package func remembered() async throws(FeedFailure) -> FeedMemory? {
        try await keep { try CopyRecordTable(session: $0).remembered() }
    }

    package func openConflicts() async throws(FeedFailure) -> [ItemName: UInt64] {
        try await keep { try ConflictLedgerTable(session: $0).openCounts() }
    }

    package func close() async {
        await applier.close()
        await keeper.close()
    }

    func read<T: Sendable>(_ question: @Sendable (FeedReader) throws -> T) async throws(FeedFailure) -> T {
        try await keep { try question(FeedReader(session: $0)) }
    }

    @discardableResult
    private func keep<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws(FeedFailure) -> T {
        do {
            return try await keeper.perform(body)
        } catch {
            throw FeedFailure(error)
        }
    }
}
