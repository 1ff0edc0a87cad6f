import Ports
import Synchronization
import Vocabulary

/// A node that lives in memory: it keeps the promises of `NodeConsolePort` without a database or a peer.
///
/// Items are switched, added and removed for real, rows that differ are counted and repaired for real, and
/// whatever the real node would refuse is refused here for the same reason.
package final class MemoryNodeConsole: NodeConsolePort {
    /// The state of the node, all of it.
    package struct State: Sendable {
        package var report: NodeReport
        package var conflicts: [ConflictReport]
        package var coverage: CoverageReport
        /// The latest decisions, newest first.
        package var decisions: [DecisionReport]
        /// Whether the peer can be asked.
        package var peerAnswers = true
        package var databaseAnswers = true
        /// Rows that differ from the peer's, by item.
        package var rowsDifferent: [ItemName: UInt64] = [:]
        /// Rows of every item, for progress.
        package var rowsPerItem: UInt64 = 1_000
        package var triggers = 6
        /// Wake-ups wait because of the clock.
        package var isClockHeld = false
        /// Work begins, reports once and then goes on until its consumer leaves.
        package var workNeverEnds = false
        package var restored: [UInt64] = []
        package var added: [NewItem] = []

        package init(
            report: NodeReport, conflicts: [ConflictReport] = [],
            coverage: CoverageReport = CoverageReport(tablesProtected: 0, gaps: []),
            decisions: [DecisionReport] = []
        ) {
            self.report = report
            self.conflicts = conflicts
            self.coverage = coverage
            self.decisions = decisions
        }
    }

    private let state: Mutex<State>
    private let abandonment = AsyncStream<ItemName>.makeStream()

    package init(_ state: State) {
        self.state = Mutex(state)
    }

    /// Reads the state, or changes it behind the node's back.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    /// The items whose work was given up because its consumer left.
    package var abandonedWork: AsyncStream<ItemName> { abandonment.stream }

    package func status() async -> NodeReport { state.withLock { $0.report } }

    package func confirmClock() async throws(ConsoleFailure) {
        let isHeld = state.withLock { state in
            defer { state.isClockHeld = false }
            return state.isClockHeld
        }
        guard isHeld else { throw .refused("the clock is trusted: no wake-up waits because of it") }
    }

    package func enableItem(_ name: ItemName) async throws(ConsoleFailure) {
        try changeItem(name) { $0.with(enabled: true, state: "current") }
    }

    package func disableItem(_ name: ItemName) async throws(ConsoleFailure) {
        try changeItem(name) { $0.with(enabled: false, state: "off") }
    }

    package func addItem(_ item: NewItem) async throws(ConsoleFailure) {
        let report = ItemReport(
            name: item.name, rule: item.rule, tables: item.tables.map(\.table), enabled: false, state: "off",
            words: nil, rowsWaiting: 0, rowsApplied: 0, cursor: .start, lagMilliseconds: nil, ageSeconds: nil,
            openConflicts: 0)
        let failure: ConsoleFailure? = state.withLock { state in
            guard !state.report.items.contains(where: { $0.name == item.name }) else {
                return .refused("there is an item `\(item.name)` already; remove it first")
            }
            state.added.append(item)
            state.report = state.report.with(items: state.report.items + [report])
            return nil
        }
        if let failure { throw failure }
    }

    package func removeItem(_ name: ItemName) async throws(ConsoleFailure) {
        _ = try item(name)
        state.withLock { state in
            state.report = state.report.with(items: state.report.items.filter { $0.name != name })
        }
    }

    package func compare(_ item: ItemName?) async throws(ConsoleFailure) -> AsyncStream<ProgressReport> {
        try requirePeer()
        let items = try item.map { name throws(ConsoleFailure) in [try self.item(name)] } ?? enabledItems
        return work(phase: "compare", on: items)
    }

    package func repair(
        _ item: ItemName, from source: Mode?
    ) async throws(ConsoleFailure) -> AsyncStream<ProgressReport> {
        try requirePeer()
        let item = try self.item(item)
        guard item.enabled else {
            throw .refused("the item `\(item.name)` is off; switch it on: comxfailover items enable \(item.name)")
        }
        let reports = work(phase: "repair", on: [item])
        if !state.withLock({ $0.workNeverEnds }) { state.withLock { $0.rowsDifferent[item.name] = 0 } }
        return reports
    }

    package func conflicts(openOnly: Bool) async throws(ConsoleFailure) -> [ConflictReport] {
        try requireDatabase()
        return state.withLock { state in
            state.conflicts.filter { !openOnly || ($0.state == "open" && !state.restored.contains($0.id)) }
        }
    }

    package func restore(conflict id: UInt64) async throws(ConsoleFailure) {
        try requireDatabase()
        let known = state.withLock { state in state.conflicts.contains { $0.id == id } }
        guard known else { throw .notFound("the ledger has no entry \(id)") }
        state.withLock { $0.restored.append(id) }
    }

    package func retry(_ item: ItemName) async throws(ConsoleFailure) {
        guard try self.item(item).state == "quarantined" else { return }
        try changeItem(item) { $0.with(enabled: true, state: "current") }
    }

    package func coverage() async throws(ConsoleFailure) -> CoverageReport {
        try requireDatabase()
        return state.withLock { $0.coverage }
    }

    package func explain(limit: Int) async -> [DecisionReport] {
        state.withLock { Array($0.decisions.prefix(limit)) }
    }

    package func removeTriggers() async throws(ConsoleFailure) -> Int {
        try requireDatabase()
        return state.withLock { state in
            defer { state.triggers = 0 }
            state.report = state.report.with(items: state.report.items.map { $0.with(enabled: false, state: "off") })
            return state.triggers
        }
    }

    package func metrics() async -> String {
        let items = state.withLock { $0.report.items.count }
        return "# TYPE comxfailover_items gauge\ncomxfailover_items \(items)\n"
    }
}

extension MemoryNodeConsole {
    private var enabledItems: [ItemReport] { state.withLock { $0.report.items.filter(\.enabled) } }

    private func item(_ name: ItemName) throws(ConsoleFailure) -> ItemReport {
        guard let item = state.withLock({ $0.report.items.first { $0.name == name } }) else {
            throw .notFound("there is no item `\(name)`; the items are listed by: comxfailover items list")
        }
        return item
    }

    private func changeItem(
        _ name: ItemName, _ change: @Sendable (ItemReport) -> ItemReport
    ) throws(ConsoleFailure) {
        _ = try item(name)
        state.withLock { state in
            state.report = state.report.with(items: state.report.items.map { $0.name == name ? change($0) : $0 })
        }
    }

    private func requirePeer() throws(ConsoleFailure) {
        guard state.withLock({ $0.peerAnswers }) else {
            throw .unavailable("the peer does not answer; see: comxfailover status")
        }
    }

    private func requireDatabase() throws(ConsoleFailure) {
        guard state.withLock({ $0.databaseAnswers }) else {
            throw .unavailable("the database of this node does not answer; see: comxfailover status")
        }
    }

    /// The reports of work on `items`: one at the start, one in the middle, one at the end of each, then `done`.
    private func work(phase: String, on items: [ItemReport]) -> AsyncStream<ProgressReport> {
        let (differing, total, endless) = state.withLock { ($0.rowsDifferent, $0.rowsPerItem, $0.workNeverEnds) }
        let (stream, source) = AsyncStream<ProgressReport>.makeStream()
        source.onTermination = { [abandonment] reason in
            guard case .cancelled = reason, let first = items.first else { return }
            abandonment.continuation.yield(first.name)
        }
        for item in items {
            let rows = differing[item.name] ?? 0
            let repaired = phase == "repair" ? rows : 0
            source.yield(item.progress(phase, done: 0, of: total, different: 0, repaired: 0))
            if endless { return stream }
            source.yield(item.progress(phase, done: total / 2, of: total, different: rows / 2, repaired: repaired / 2))
            source.yield(item.progress(phase, done: total, of: total, different: rows, repaired: repaired))
        }
        if let last = items.last {
            let rows = differing[last.name] ?? 0
            let repaired = phase == "repair" ? rows : 0
            source.yield(last.progress("done", done: total, of: total, different: rows, repaired: repaired))
        }
        source.finish()
        return stream
    }
}

extension ItemReport {
    /// The same item in another state.
    package func with(enabled: Bool, state: String) -> ItemReport {
        ItemReport(
            name: name, rule: rule, tables: tables, enabled: enabled, state: state, words: nil,
            rowsWaiting: rowsWaiting, rowsApplied: rowsApplied, cursor: cursor, lagMilliseconds: lagMilliseconds,
            ageSeconds: ageSeconds, openConflicts: openConflicts)
    }

    fileprivate func progress(
        _ phase: String, done: UInt64, of total: UInt64, different: UInt64, repaired: UInt64
    ) -> ProgressReport {
        ProgressReport(
            item: name, table: tables.first, phase: phase, rowsDone: done, rowsTotal: total,
            rowsDifferent: different, rowsRepaired: repaired, words: nil)
    }
}

extension NodeReport {
    /// The same node with other items.
    package func with(items: [ItemReport]) -> NodeReport {
        NodeReport(
            mode: mode, softwareVersion: softwareVersion, boot: boot, incarnation: incarnation, startedAt: startedAt,
            at: at, database: database, feedHead: feedHead, settledHead: settledHead, scopes: scopes, peer: peer,
            items: items, warnings: warnings)
    }
}
