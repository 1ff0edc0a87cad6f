import Ports
import ReplicaLogic
import Vocabulary

/// A node's own feed.
package struct MemoryFeedSource: FeedSourcePort {
    /// How many numbers are skipped at a start.
    package static let gapLength: UInt64 = 1_000
    /// The number under which this node's own transaction is listed.
    private static let canary: UInt64 = .max

    private let connection: MemoryConnection

    package init(_ database: MemoryDatabase) { connection = MemoryConnection(database) }

    package func life() async throws(FeedFailure) -> FeedLife {
        try connection.ask { state in
            FeedLife(
                memory: FeedMemory(incarnation: state.incarnation, head: state.head), superseded: state.superseded,
                suspectAbove: state.suspectAbove, formerLives: state.formerLives, gaps: state.gaps)
        }
    }

    package func skipNumbers(isPatient: Bool) async throws(FeedFailure) -> Bool {
        try connection.ask { state in
            guard state.openWriters.isEmpty else { return false }
            let drawn = state.draw()
            let after = state.head
            state.sequence += Self.gapLength
            state.gaps.append(
                NumberGap(after: after, drawn: drawn, until: FeedPosition(rawValue: state.sequence)))
            return true
        }
    }

    package func forgetGaps() async throws(FeedFailure) { try connection.ask { $0.gaps = [] } }

    package func news(after position: FeedPosition) async throws(FeedFailure) -> FeedNews {
        try connection.ask { state in
            var heads: [UInt32: FeedPosition] = [:]
            for table in state.tables.values {
                let own = table.entries.values.filter { $0.stamp.version.node == state.mode && $0.position > position }
                heads[table.feed.number] = own.map(\.position).max()
            }
            return FeedNews(heads: heads)
        }
    }

    /// Nothing moved lately: what is new is found by the thorough look alone.
    package func recentNews(after position: FeedPosition) async throws(FeedFailure) -> FeedNews {
        try connection.ask { _ in FeedNews(heads: [:]) }
    }

    package func drawQuietly() async throws(FeedFailure) -> FeedPosition? {
        try connection.ask { $0.openWriters.isEmpty ? $0.draw() : nil }
    }

    package func openCanary() async throws(FeedFailure) -> (drawn: FeedPosition, canary: UInt64) {
        let drawn = try connection.ask { $0.draw() }
        return (drawn, Self.canary)
    }

    package func openTransactions() async throws(FeedFailure) -> Set<UInt64> {
        try connection.ask { $0.openWriters.union([Self.canary]) }
    }

    package func closeCanary() async {}

    package func oldestWriter() async throws(FeedFailure) -> String? {
        try connection.ask { $0.openWriters.min().map { "a transaction of connection \($0)" } }
    }

    package func arrangeCapture() async throws(FeedFailure) -> CaptureOutcome {
        try connection.ask { state in
            var outcome = CaptureOutcome()
            outcome.items = state.items
            for item in state.items {
                for table in item.tables.map(\.name) {
                    guard let content = state.tables[table] else {
                        if item.isEnabled { outcome.refused[table] = "there is no table \(table) on this server" }
                        continue
                    }
                    let isWanted = item.isEnabled && !state.detached
                    if isWanted, content.isHeldUp { outcome.refused[table] = "a program holds it up" }
                    if isWanted, !content.isCaptured {
                        outcome.changed.append(table)
                        state.capture(table)
                    }
                    state.tables[table]?.isCaptured = isWanted
                    if isWanted, content.isDirty { outcome.dirty.append(table) }
                }
            }
            return outcome
        }
    }

    package func shipAgain(_ table: TableName) async throws(FeedFailure) -> UInt64 {
        try connection.ask { state throws(FeedFailure) in
            if state.tables[table]?.isHeldUp == true { throw .retry(words: "a program holds it up") }
            let keys = state.tables[table]?.rows.keys.map(\.self) ?? []
            for key in keys { state.stamp(table, key, isTombstone: false) }
            return UInt64(keys.count)
        }
    }

    /// A quick look is never enough here: the thorough one costs nothing.
    package func isCaptureUnchanged() async throws(FeedFailure) -> Bool { false }

    package func beginMending(_ table: TableName) async throws(FeedFailure) {
        try connection.ask { state in
            if state.tables[table]?.isDirty == true { state.mending.insert(table) }
        }
    }

    package func endMending(_ table: TableName) async throws(FeedFailure) {
        try connection.ask { state in
            if state.mending.remove(table) != nil { state.tables[table]?.isDirty = false }
        }
    }

    package func removeAllTriggers() async throws(FeedFailure) -> Int {
        try connection.ask { state in
            state.detached = true
            let captured = state.tables.filter(\.value.isCaptured).keys
            for table in captured { state.tables[table]?.isCaptured = false }
            return 3 * captured.count
        }
    }

    package func collectTombstones(
        below position: FeedPosition, before moment: WallTime
    ) async throws(FeedFailure) -> UInt64 {
        try connection.ask { state in
            state.collections.append(position)
            var collected: UInt64 = 0
            for (name, table) in state.tables {
                for (key, entry) in table.entries
                where entry.stamp.isTombstone && !entry.stamp.isDrift && entry.position <= position
                    && entry.stamp.version.clock < UInt64(clamping: moment.rawValue)
                {
                    state.tables[name]?.entries[key] = nil
                    collected += 1
                }
            }
            return collected
        }
    }

    package func beginLife(
        _ incarnation: Incarnation, superseding remembered: FeedMemory
    ) async throws(FeedFailure) {
        try connection.ask { state in
            state.suspectAbove = state.suspectAbove ?? state.gaps.first?.after ?? state.head
            state.superseded = remembered.incarnation
            state.formerLives += [state.incarnation, remembered.incarnation]
            state.incarnation = incarnation
            state.gaps = []
            state.sequence = max(state.sequence, remembered.head.rawValue) + 1_000_000
            (state.cursors, state.cursorLife) = ([:], [:])
            for item in state.items {
                state.records[item.name, default: CopyRecord()].isEstablished = true
                state.records[item.name]?.isRebuilding = true
            }
        }
    }

    package func endSuspicion() async throws(FeedFailure) { try connection.ask { $0.suspectAbove = nil } }

    package func scopes() async throws(FeedFailure) -> [ScopeReport] { try connection.ask { $0.scopes } }

    package func save(_ item: ItemDefinition) async throws(FeedFailure) {
        try connection.ask { state in
            state.items = (state.items.filter { $0.name != item.name } + [item]).sorted { $0.name < $1.name }
        }
    }

    package func removeItem(_ item: ItemName) async throws(FeedFailure) {
        try connection.ask { $0.items.removeAll { $0.name == item } }
    }

    package func setEnabled(_ item: ItemName, _ isEnabled: Bool) async throws(FeedFailure) {
        try connection.ask { state in
            for index in state.items.indices where state.items[index].name == item {
                state.items[index].isEnabled = isEnabled
            }
        }
    }

    package func refusal(
        of table: ItemDefinition.Table, companions: Set<TableName>
    ) async throws(FeedFailure) -> String? {
        try connection.ask { $0.tables[table.name] == nil ? "there is no table \(table.name) on this server" : nil }
    }

    package func conflicts(openOnly: Bool, id: UInt64?) async throws(FeedFailure) -> [ConflictReport] {
        try connection.ask { state in
            state.ledger.filter { (!openOnly || $0.state == "open") && (id == nil || $0.id == id) }
        }
    }

    package func restore(_ conflict: ConflictReport) async throws(FeedFailure) {
        try connection.ask { state in
            let columns = state.tables[conflict.table]?.feed.shape.columns.map(\.name) ?? []
            let image = conflict.loserImage.map { image in columns.map { CellValue.text((image[$0] ?? nil) ?? "") } }
            let key = conflict.key.values.map(CellValue.text)
            state.tables[conflict.table]?.rows[key] = image
            state.stamp(conflict.table, key, isTombstone: image == nil)
            state.settle(conflict)
        }
    }

    package func markRestored(_ conflict: ConflictReport) async throws(FeedFailure) {
        try connection.ask { $0.settle(conflict) }
    }

    package func coverage() async throws(FeedFailure) -> CoverageReport {
        try connection.ask { state in
            CoverageReport(tablesProtected: state.tables.values.filter(\.isCaptured).count, gaps: [])
        }
    }
}

extension MemoryDatabase.State {
    /// Rows that were there before capture count as writes of now.
    fileprivate mutating func capture(_ table: TableName) {
        tables[table]?.isCaptured = true
        for key in tables[table]?.rows.keys.map(\.self) ?? [] where tables[table]?.entries[key] == nil {
            stamp(table, key, isTombstone: false)
        }
    }

    fileprivate mutating func settle(_ entry: ConflictReport) {
        for index in ledger.indices where ledger[index].id == entry.id && ledger[index].table == entry.table {
            let old = ledger[index]
            ledger[index] = ConflictReport(
                id: old.id, item: old.item, table: old.table, key: old.key, reason: old.reason, at: old.at,
                winner: old.winner, loser: old.loser, winnerImage: old.winnerImage, loserImage: old.loserImage,
                state: "restored")
        }
    }
}
