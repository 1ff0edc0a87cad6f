import Ports
import ReplicaLogic
import Vocabulary

/// A node's own database as the receiver of the peer's changes.
package struct MemoryReplicaStore: ReplicaStorePort {
    private let database: MemoryDatabase
    private let applier: MemoryConnection
    private let keeper: MemoryConnection

    package init(_ database: MemoryDatabase) {
        self.database = database
        applier = MemoryConnection(database)
        keeper = MemoryConnection(database)
    }

    package func items() async throws(FeedFailure) -> [ItemDefinition] { try keeper.ask { $0.items } }

    package func tables() async throws(FeedFailure) -> [FeedTable] {
        try keeper.ask { $0.tables.values.filter(\.isCaptured).map(\.feed).sorted { $0.number < $1.number } }
    }

    package func copyRecord(of item: ItemName) async throws(FeedFailure) -> CopyRecord {
        try keeper.ask { $0.records[item] ?? CopyRecord() }
    }

    package func save(_ record: CopyRecord, of item: ItemName) async throws(FeedFailure) {
        try keeper.ask { $0.records[item] = record }
    }

    package func cursors(
        of item: ItemName, incarnation: Incarnation
    ) async throws(FeedFailure) -> [TableName: FeedPosition] {
        try keeper.ask { state in
            let tables = state.items.first { $0.name == item }?.tables.map(\.name) ?? []
            return state.cursors.filter { tables.contains($0.key) && state.cursorLife[$0.key] == incarnation }
        }
    }

    package func save(
        _ cursors: [ItemName: [TableName: FeedPosition]], incarnation: Incarnation
    ) async throws(FeedFailure) {
        try keeper.ask { state throws(FeedFailure) in
            if !state.cursorFailures.isEmpty { throw state.cursorFailures.removeFirst() }
            for (table, position) in cursors.values.flatMap(\.self) {
                state.cursors[table] = position
                state.cursorLife[table] = incarnation
            }
        }
    }

    package func apply(_ work: ApplyWork) async throws(ApplyFailure) -> ApplyReceipt {
        guard applier.use() else { throw .unavailable(words: MemoryConnection.broken) }
        return try database.apply(work)
    }

    package func beginHealing() async throws(FeedFailure) -> Set<UInt32> {
        try keeper.ask { state in
            Set(state.tables.values.filter { $0.entries.values.contains(where: \.stamp.isDrift) }.map(\.feed.number))
        }
    }

    package func endHealing(of table: FeedTable, isDone: Bool) async throws(FeedFailure) {}

    package func drift(of table: FeedTable, limit: Int) async throws(FeedFailure) -> FoundRows {
        try keeper.ask { state in
            let drifted = state.tables[table.table]?.entries.filter(\.value.stamp.isDrift) ?? [:]
            let found = drifted.sorted { $0.value.position < $1.value.position }.prefix(limit)
            return FoundRows(
                Dictionary(uniqueKeysWithValues: found.map { ($0.key, $0.value.stamp.version) }),
                last: found.last?.value.position ?? .start)
        }
    }

    package func remove(
        _ rows: FoundRows, of table: FeedTable, reason: LedgerReason
    ) async throws(ApplyFailure) -> UInt64 {
        guard applier.use() else { throw .unavailable(words: MemoryConnection.broken) }
        return try database.remove(rows, of: table, reason: reason)
    }

    package func ownRows(of table: FeedTable) async throws(FeedFailure) -> OwnRowsCount {
        try keeper.ask { state in
            let content = state.tables[table.table]
            let own = content?.rows.keys.filter { content?.entries[$0]?.stamp.version.node == state.mode }.count ?? 0
            return OwnRowsCount(own: UInt64(own), all: UInt64(content?.rows.count ?? 0))
        }
    }

    package func remember(_ memory: FeedMemory) async throws(FeedFailure) { try keeper.ask { $0.memory = memory } }

    package func remembered() async throws(FeedFailure) -> FeedMemory? { try keeper.ask { $0.memory } }

    package func openConflicts() async throws(FeedFailure) -> [ItemName: UInt64] {
        try keeper.ask { state in
            Dictionary(grouping: state.ledger.filter { $0.state == "open" }, by: \.item).mapValues { UInt64($0.count) }
        }
    }

    package func boundary(
        of table: FeedTable, above lower: [CellValue]?, rows: Int
    ) async throws(FeedFailure) -> [CellValue]? {
        try keeper.ask { state throws(FeedFailure) in try state.boundary(of: table, above: lower, rows: rows) }
    }

    package func digest(
        of table: FeedTable, columns: [String], in range: KeyRange
    ) async throws(FeedFailure) -> RangeDigest {
        try keeper.ask { state throws(FeedFailure) in try state.digest(of: table, columns: columns, in: range) }
    }

    package func rowDigests(
        of table: FeedTable, columns: [String], in range: KeyRange
    ) async throws(FeedFailure) -> [RowDigest] {
        try keeper.ask { state throws(FeedFailure) in try state.rowDigests(of: table, columns: columns, in: range) }
    }

    package func rows(of table: FeedTable, keys: [[CellValue]]) async throws(FeedFailure) -> [FeedRow] {
        try keeper.ask { state throws(FeedFailure) in try state.rows(of: table, keys: keys) }
    }

    package func estimatedRows(of table: FeedTable) async throws(FeedFailure) -> UInt64 {
        try keeper.ask { UInt64($0.tables[table.table]?.rows.count ?? 0) }
    }
}
