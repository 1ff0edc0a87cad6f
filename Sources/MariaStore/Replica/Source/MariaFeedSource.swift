import Ports
import ReplicaLogic
import Vocabulary

/// This node's own feed in MariaDB.
///
/// Three connections, because each may be held up by another kind of wait: one for the head and the books, one for
/// the canary, one for changes of tables.
package actor MariaFeedSource: FeedSourcePort {
    private let probe: MariaConnection
    private var canary: MariaConnection
    private let builder: MariaConnection
    let endpoint: MariaEndpoint
    /// Whether the server skips numbers itself when it starts.
    private let isBegunByServer: Bool
    private var numbers: [UInt32] = []
    /// The feeds that moved lately, the latest first.
    private var recent: [UInt32] = []
    /// How many feeds are looked at before all others.
    static let recentMax = 4
    private var mode: Mode?
    /// What capture rested on when it was last found as it should be; nil while something was changed or refused.
    private var arranged: CaptureFingerprint?
    /// The tables with capture, as of the last time it was arranged.
    private var captured: [TableName] = []
    private var openedCanary: UInt64?

    /// - Parameters:
    ///   - endpoint: logs in with the rights of an administrator, which `PROCESS` and triggers need.
    ///   - isBegunByServer: whether the server is a private one, which skips numbers before anybody can reach it.
    package init(endpoint: MariaEndpoint, isBegunByServer: Bool = false) {
        self.endpoint = endpoint
        self.isBegunByServer = isBegunByServer
        probe = MariaConnection(endpoint: endpoint)
        canary = MariaConnection(endpoint: endpoint)
        var building = endpoint
        // Triggers keep the mode they were made in: a lenient one, so that capture does not refuse what a table took.
        building.sessionSettings += [
            "SET sql_mode = 'NO_ENGINE_SUBSTITUTION'",
            // Whatever waits for open writers makes all others wait behind it.
            "SET lock_wait_timeout = \(CaptureInstaller.lockWaitSeconds)",
            // And whatever it holds meanwhile is wanted by others, whose own patience must outlast this.
            "SET innodb_lock_wait_timeout = \(CaptureInstaller.rowWaitSeconds)",
        ]
        builder = MariaConnection(endpoint: building)
    }

    package func life() async throws(FeedFailure) -> FeedLife {
        try await ask(probe) { try FeedLifeTable(session: $0).life() }
    }

    package func skipNumbers(isPatient: Bool) async throws(FeedFailure) -> Bool {
        let length = UInt64.random(in: FeedLifeTable.gapLengths)
        let (isBegunByServer, endpoint) = (isBegunByServer, endpoint)
        return try await ask(probe) { session in
            let books = FeedLifeTable(session: session)
            if isBegunByServer, try books.isRunBegun() { return true }
            return try books.skipNumbers(length, isPatient: isPatient, behind: CaptureGate(connecting: endpoint))
        }
    }

    package func forgetGaps() async throws(FeedFailure) {
        try await ask(probe) { try FeedLifeTable(session: $0).forgetGaps() }
    }

    package func news(after position: FeedPosition) async throws(FeedFailure) -> FeedNews {
        try await news(in: numbers, after: position)
    }

    package func recentNews(after position: FeedPosition) async throws(FeedFailure) -> FeedNews {
        try await news(in: recent, after: position)
    }

    private func news(in numbers: [UInt32], after position: FeedPosition) async throws(FeedFailure) -> FeedNews {
        guard let mode, !numbers.isEmpty else { return FeedNews(heads: [:]) }
        let news = try await ask(probe) { session in
            try HeadProbe(session: session, numbers: numbers, mode: mode).news(after: position)
        }
        let moved = news.heads.sorted { $0.value > $1.value }.map(\.key)
        if !moved.isEmpty { recent = Array((moved + recent.filter { !moved.contains($0) }).prefix(Self.recentMax)) }
        return news
    }

    package func drawQuietly() async throws(FeedFailure) -> FeedPosition? {
        try await ask(probe) { try SettlingProbe(session: $0).drawQuietly() }
    }

    package func openCanary() async throws(FeedFailure) -> (drawn: FeedPosition, canary: UInt64) {
        // Each canary has a connection of its own: a stale list may still show an earlier canary, which then bears
        // another number.
        let former = canary
        canary = MariaConnection(endpoint: endpoint)
        await former.close()
        let opened = try await ask(canary) { try SettlingProbe(session: $0).openCanary() }
        openedCanary = opened.canary
        return opened
    }

    package func openTransactions() async throws(FeedFailure) -> Set<UInt64> {
        let canary = openedCanary
        return try await ask(probe) { try TransactionList(session: $0).transactions(canary: canary) }
    }

    package func oldestWriter() async throws(FeedFailure) -> String? {
        let canary = openedCanary
        return try await ask(probe) { try TransactionList(session: $0).oldest(besides: canary) }
    }

    package func closeCanary() async {
        openedCanary = nil
        // A connection that broke took the canary with it.
        _ = try? await ask(canary) { try SettlingProbe(session: $0).closeCanary() }
    }

    package func arrangeCapture() async throws(FeedFailure) -> CaptureOutcome {
        let known = captured
        arranged = nil
        let (outcome, fingerprint) = try await ask(builder) { session in
            // The same before and after: nothing changed behind the arranger's back.
            let before = try CaptureFingerprint(of: known, on: session)
            let outcome = try CaptureArranger(session: session).arrange()
            let isStill =
                try outcome.isSettled && outcome.captured == known
                && CaptureFingerprint(of: known, on: session) == before
            return (outcome, isStill ? before : nil)
        }
        captured = outcome.captured
        arranged = fingerprint
        (numbers, mode) = try await ask(builder) { session in
            let rows = try session.query("SELECT number FROM comxfailover_node.feed_table WHERE installed = 1")
            return (try rows.map { UInt32(try $0.unsigned("number")) }, try FeedLifeTable(session: session).mode())
        }
        recent = recent.filter(numbers.contains)
        return outcome
    }

    package func isCaptureUnchanged() async throws(FeedFailure) -> Bool {
        guard let arranged else { return false }
        let captured = captured
        return try await ask(builder) { try CaptureFingerprint(of: captured, on: $0) } == arranged
    }

    package func shipAgain(_ table: TableName) async throws(FeedFailure) -> UInt64 {
        try await ask(builder) { try FeedUpkeep(session: $0).shipAgain(table) }
    }

    package func beginMending(_ table: TableName) async throws(FeedFailure) {
        try await setDirty(2, of: table, from: 1)
    }

    package func endMending(_ table: TableName) async throws(FeedFailure) {
        try await setDirty(0, of: table, from: 2)
    }

    private func setDirty(_ state: UInt64, of table: TableName, from former: UInt64) async throws(FeedFailure) {
        try await ask(builder) { session in
            try session.execute(
                """
                UPDATE comxfailover_node.feed_table SET dirty = ?
                WHERE schema_name = ? AND table_name = ? AND dirty = ?
                """, [.unsigned(state), .text(table.schema), .text(table.name), .unsigned(former)])
        }
    }

    package func removeAllTriggers() async throws(FeedFailure) -> Int {
        let count = try await ask(builder) { session in
            try FeedLifeTable(session: session).setDetached(true)
            return try CaptureRemover(session: session).removeAllTriggers()
        }
        return count
    }

    package func collectTombstones(
        below position: FeedPosition, before moment: WallTime
    ) async throws(FeedFailure) -> UInt64 {
        try await ask(builder) { try FeedUpkeep(session: $0).collectTombstones(below: position, before: moment) }
    }

    package func beginLife(
        _ incarnation: Incarnation, superseding remembered: FeedMemory
    ) async throws(FeedFailure) {
        try await ask(builder) { try FeedLifeTable(session: $0).begin(incarnation, superseding: remembered) }
    }

    package func endSuspicion() async throws(FeedFailure) {
        try await ask(builder) {
            try $0.execute("UPDATE comxfailover_node.feed_life SET suspect_above = NULL WHERE id = 1")
        }
    }

    package func close() async {
        await probe.close()
        await canary.close()
        await builder.close()
    }

    /// Runs on the connection for changes of tables, in the order of the calls.
    func build<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws(FeedFailure) -> T {
        try await ask(builder, body)
    }

    @discardableResult
    private func ask<T: Sendable>(
        _ connection: MariaConnection, _ body: @Sendable (MariaSession) throws -> T
    ) async throws(FeedFailure) -> T {
        do {
            return try await connection.perform(body)
        } catch {
            throw FeedFailure(error)
        }
    }
}
