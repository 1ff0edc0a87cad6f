import Ports
import ReplicaLogic
import Synchronization
import Vocabulary

/// A node's feed as the other node reads it.
package final class MemoryPeerFeed: PeerFeedPort {
    private struct Reading {
        var snapshot: MemoryDatabase.State?
        var batches = 0
        /// The tables that each snapshot was opened with a question about.
        var questions: [[TableName]] = []
        /// Tables whose view cannot be read.
        var broken: Set<TableName> = []
        /// What happens elsewhere before rows are next handed out.
        var meanwhile: (@Sendable () -> Void)?
    }

    /// The most keys of a portion.
    package static let portionKeys = 3

    private let database: MemoryDatabase
    private let reading = Mutex(Reading())

    package init(_ database: MemoryDatabase) { self.database = database }

    /// How many batches were read so far.
    package var batches: Int { reading.withLock { $0.batches } }

    /// Which tables the peer was asked about, snapshot by snapshot.
    package var questions: [[TableName]] { reading.withLock { $0.questions } }

    /// Whether a snapshot is open.
    package var hasSnapshot: Bool { reading.withLock { $0.snapshot != nil } }

    /// From now on these tables' views do not fit, and all others do.
    package func breakViews(of tables: Set<TableName>) { reading.withLock { $0.broken = tables } }

    /// Before rows are next asked for by their keys, somebody else is faster.
    package func meanwhile(_ act: @escaping @Sendable () -> Void) { reading.withLock { $0.meanwhile = act } }

    package func incarnation() async throws(FeedFailure) -> Incarnation { try look().incarnation }

    package func formerLives() async throws(FeedFailure) -> Set<Incarnation> { Set(try look().formerLives) }

    package func cursors() async throws(FeedFailure) -> [TableName: FeedMemory] {
        let state = try look()
        return state.cursors.reduce(into: [:]) { cursors, cursor in
            guard let life = state.cursorLife[cursor.key] else { return }
            cursors[cursor.key] = FeedMemory(incarnation: life, head: cursor.value)
        }
    }

    package func reach() async throws(FeedFailure) -> FeedReach {
        let state = try look()
        return FeedReach(
            reserved: FeedPosition(rawValue: state.sequence + 1), gaps: state.gaps,
            isRestoring: state.suspectAbove != nil)
    }

    package func catalogue() async throws(FeedFailure) -> [FeedTable] {
        try look().tables.values.filter(\.isCaptured).map(\.feed).sorted { $0.number < $1.number }
    }

    package func openSnapshot(
        newsIn tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) async throws(FeedFailure) -> SnapshotOpening {
        let state = try database.ask { $0 }
        reading.withLock { reading in
            reading.snapshot = state
            reading.questions.append(tables.map(\.table.table))
        }
        return SnapshotOpening(
            incarnation: state.incarnation, reach: try await reach(), remembered: state.memory,
            news: try await news(in: tables, origin: origin))
    }

    package func closeSnapshot() async { reading.withLock { $0.snapshot = nil } }

    package func batch(
        of table: FeedTable, after position: FeedPosition, limit: Int, origin: FeedOrigin
    ) async throws(FeedFailure) -> FeedBatch {
        let entries = try look(at: table).entries(of: table, after: position, origin: origin)
        reading.withLock { $0.batches += 1 }
        return FeedBatch(rows: Array(entries.prefix(limit)), isCut: entries.count > limit)
    }

    package func news(
        in tables: [(table: FeedTable, after: FeedPosition)], origin: FeedOrigin
    ) async throws(FeedFailure) -> Set<TableName> {
        var news: Set<TableName> = []
        for (table, after) in tables
        where try !look(at: table).entries(of: table, after: after, origin: origin).isEmpty {
            news.insert(table.table)
        }
        return news
    }

    package func waiting(
        in table: FeedTable, after position: FeedPosition, origin: FeedOrigin
    ) async throws(FeedFailure) -> UInt64 {
        UInt64(try look(at: table).entries(of: table, after: position, origin: origin).count)
    }

    package func boundary(
        of table: FeedTable, above lower: [CellValue]?, rows: Int
    ) async throws(FeedFailure) -> [CellValue]? {
        try look(at: table).boundary(of: table, above: lower, rows: rows)
    }

    package func digest(
        of table: FeedTable, columns: [String], in range: KeyRange
    ) async throws(FeedFailure) -> RangeDigest {
        try look(at: table).digest(of: table, columns: columns, in: range)
    }

    package func rowDigests(
        of table: FeedTable, columns: [String], in range: KeyRange
    ) async throws(FeedFailure) -> [RowDigest] {
        try look(at: table).rowDigests(of: table, columns: columns, in: range)
    }

    package func rows(of table: FeedTable, keys: [[CellValue]]) async throws(FeedFailure) -> [FeedRow] {
        let meanwhile = reading.withLock { reading in
            defer { reading.meanwhile = nil }
            return reading.meanwhile
        }
        meanwhile?()
        return try look(at: table).rows(of: table, keys: keys)
    }

    package func portion(of table: FeedTable, keys: [[CellValue]]) async throws(FeedFailure) -> RowPortion {
        RowPortion(
            rows: try await rows(of: table, keys: Array(keys.prefix(Self.portionKeys))),
            rest: Array(keys.dropFirst(Self.portionKeys)))
    }

    package func estimatedRows(of table: FeedTable) async throws(FeedFailure) -> UInt64 {
        UInt64(try look(at: table).tables[table.table]?.rows.count ?? 0)
    }

    /// The open snapshot, or the moment; a connection that breaks has no snapshot any more.
    private func look() throws(FeedFailure) -> MemoryDatabase.State {
        do {
            let present = try database.ask { $0 }
            return reading.withLock { $0.snapshot } ?? present
        } catch {
            reading.withLock { $0.snapshot = nil }
            throw error
        }
    }

    private func look(at table: FeedTable) throws(FeedFailure) -> MemoryDatabase.State {
        if reading.withLock({ $0.broken.contains(table.table) }) {
            throw .viewInvalid(words: "View of \(table.table) references invalid columns (1356)")
        }
        return try look()
    }
}
