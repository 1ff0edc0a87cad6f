import PairLogic
import Ports
import ReplicaLogic
import Synchronization
import Vocabulary

/// The database of one node, in memory: tables, their feed, and the node's books.
///
/// It keeps what the doors to it promise: a write draws a position and a stamp, work is applied whole or not at all,
/// a snapshot stands still. All columns are text. Three twins look at it: `MemoryFeedSource`, `MemoryReplicaStore`,
/// and from the other node `MemoryPeerFeed`.
package final class MemoryDatabase: Sendable {
    /// What the feed knows of one key.
    package struct Entry: Sendable, Hashable {
        package var position: FeedPosition
        package var stamp: RowStamp

        package init(position: FeedPosition, stamp: RowStamp) {
            self.position = position
            self.stamp = stamp
        }
    }

    /// One table with its feed.
    package struct Table: Sendable {
        package var feed: FeedTable
        package var rows: [[CellValue]: [CellValue]] = [:]
        package var entries: [[CellValue]: Entry] = [:]
        package var isCaptured = false
        package var isDirty = false
        /// Whether a program holds up whoever would make capture of it.
        package var isHeldUp = false
        /// Keys that cannot be applied here, and MariaDB's words.
        package var poison: [[CellValue]: String] = [:]
    }

    package struct State: Sendable {
        package let mode: Mode
        package var isUp = true
        package var wallClock: UInt64 = 1_750_000_000_000_000
        package var sequence: UInt64 = 0
        package var incarnation: Incarnation
        package var superseded: Incarnation?
        package var formerLives: [Incarnation] = []
        package var suspectAbove: FeedPosition?
        package var gaps: [NumberGap] = []
        package var scopes: [ScopeReport]
        /// How far a hand-over has come; a scope that is missing is settled.
        package var phases: [Scope: ReignPhase] = [:]
        /// What is said of a transaction that holds the next changes of ownership up; nil where none does.
        package var heldUpBy: String?
        package var items: [ItemDefinition] = []
        package var tables: [TableName: Table] = [:]
        package var records: [ItemName: CopyRecord] = [:]
        package var cursors: [TableName: FeedPosition] = [:]
        package var cursorLife: [TableName: Incarnation] = [:]
        package var memory: FeedMemory?
        package var ledger: [ConflictReport] = []
        /// What the next works end with instead of being applied, in order.
        package var applyFailures: [ApplyFailure] = []
        /// What the next savings of cursors end with, in order.
        package var cursorFailures: [FeedFailure] = []
        /// Transactions of other programs that are open, by number, with the positions they drew.
        package var openWriters: Set<UInt64> = []
        /// Tables whose doubtful rows are being put right.
        package var mending: Set<TableName> = []
        package var collections: [FeedPosition] = []
        package var detached = false
    }

    private let state: Mutex<State>
    private let restores = Mutex(0)

    package init(_ mode: Mode, incarnation: Incarnation) {
        state = Mutex(
            State(
                mode: mode, incarnation: incarnation,
                scopes: Scope.allCases.map {
                    ScopeReport(scope: $0, owner: $0.home, epoch: .first(of: $0))
                }))
    }

    /// The whole content as it is now; also an image that `restore` puts back.
    package var now: State { state.withLock { $0 } }

    /// Puts the database back to an older image, as a restored machine would.
    package func restore(_ image: State) {
        state.withLock { $0 = image }
        restores.withLock { $0 += 1 }
    }

    /// How often its server was started anew with another image.
    var starts: Int { restores.withLock { $0 } }

    /// Changes the content, or reads it.
    @discardableResult
    package func change<Value: Sendable, Failure: Error>(
        _ body: (inout State) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let outcome = state.withLock { state -> Result<Value, Failure> in
            do throws(Failure) { return .success(try body(&state)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    /// Changes the content where the database answers.
    func ask<Value: Sendable>(
        _ body: (inout State) throws(FeedFailure) -> Value
    ) throws(FeedFailure) -> Value {
        try change { state throws(FeedFailure) in
            guard state.isUp else { throw .unreachable(path: .portClosed, words: "Connection refused (111)") }
            return try body(&state)
        }
    }
}

extension MemoryDatabase {
    /// Makes a table of text columns, the first of them its key.
    package func create(_ name: String, columns: [String], in item: ItemDefinition) {
        change { state in
            let table = TableName(schema: "hotel", name: name)
            state.tables[table] = Table(
                feed: FeedTable(
                    number: UInt32(state.tables.count + 1), item: item.name,
                    shape: TableShape(
                        table: table,
                        columns: columns.map { .init(name: $0, kind: .text, isNullable: false) }, keyIndices: [0]),
                    horizon: .start))
            if !state.items.contains(where: { $0.name == item.name }) { state.items.append(item) }
            state.items.sort { $0.name < $1.name }
        }
    }

    /// Writes a row as any program would.
    package func write(_ name: String, _ values: String...) {
        change { state in
            let key = [CellValue.text(values[0])]
            state.tables[Self.table(name)]?.rows[key] = values.map(CellValue.text)
            state.stamp(Self.table(name), key, isTombstone: false)
        }
    }

    /// Deletes a row as any program would.
    package func delete(_ name: String, _ key: String) {
        change { state in
            state.tables[Self.table(name)]?.rows[[.text(key)]] = nil
            state.stamp(Self.table(name), [.text(key)], isTombstone: true)
        }
    }

    /// The rows of a table as text, in the order of the key.
    package func rows(_ name: String) -> [[String]] {
        let rows = now.tables[Self.table(name)]?.rows ?? [:]
        return rows.values.map { $0.map { $0.readable ?? "NULL" } }.sorted { $0[0] < $1[0] }
    }

    package static func table(_ name: String) -> TableName { TableName(schema: "hotel", name: name) }
}

extension MemoryDatabase.State {
    package var head: FeedPosition {
        tables.values.flatMap { $0.entries.values }.filter { $0.stamp.version.node == mode }.map(\.position).max()
            ?? .start
    }

    mutating func draw() -> FeedPosition {
        sequence += 1
        return FeedPosition(rawValue: sequence)
    }

    func rule(of table: TableName) -> ItemRule? {
        items.first { $0.tables.contains { $0.name == table } }?.rule
    }

    func reign(over table: TableName) -> ScopeReport? {
        guard case .owned(let scope)? = rule(of: table) else { return nil }
        return scopes.first { $0.scope == scope }
    }

    /// What capture does with a write of this node.
    mutating func stamp(_ table: TableName, _ key: [CellValue], isTombstone: Bool) {
        guard tables[table]?.isCaptured == true else { return }
        wallClock += 1
        let former = tables[table]?.entries[key]?.stamp
        let reign = reign(over: table)
        let seen = former.map { $0.version.node == mode ? $0.seen : $0.version.clock } ?? 0
        let entry = MemoryDatabase.Entry(
            position: draw(),
            stamp: RowStamp(
                version: Version(
                    epoch: reign?.epoch ?? Epoch(rawValue: 1), clock: max(wallClock, (former?.version.clock ?? 0) + 1),
                    node: mode), seen: seen, isTombstone: isTombstone,
                isDrift: reign.map { $0.owner != mode } ?? false))
        tables[table]?.entries[key] = entry
    }
}
