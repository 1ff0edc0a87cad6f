import Vocabulary

/// What a node offers to the people in front of it: the door behind the command line and the web console.
///
/// Every call answers from the state of the moment; none waits for the peer unless it says so. Streams end with
/// one report whose phase is `done` or `failed`, and stop the work when their consumer goes away.
package protocol NodeConsolePort: Sendable {
    func status() async -> NodeReport
    func enableItem(_ name: ItemName) async throws(ConsoleFailure)
    func disableItem(_ name: ItemName) async throws(ConsoleFailure)
    func addItem(_ item: NewItem) async throws(ConsoleFailure)
    func removeItem(_ name: ItemName) async throws(ConsoleFailure)
    /// Compares the named item, or all, with the peer; changes nothing.
    func compare(_ item: ItemName?) async throws(ConsoleFailure) -> AsyncStream<ProgressReport>
    /// Copies the ranges that differ from `source`; nil means the item's owner. The rows that lose go to the ledger.
    func repair(_ item: ItemName, from source: Mode?) async throws(ConsoleFailure) -> AsyncStream<ProgressReport>
    func conflicts(openOnly: Bool) async throws(ConsoleFailure) -> [ConflictReport]
    /// Puts the losing row of a ledger entry back, as a write of this node.
    func restore(conflict id: UInt64) async throws(ConsoleFailure)
    /// Lets a quarantined item try again.
    func retry(_ item: ItemName) async throws(ConsoleFailure)
    func coverage() async throws(ConsoleFailure) -> CoverageReport
    /// The latest decisions, newest first.
    func explain(limit: Int) async -> [DecisionReport]
    /// Drops every trigger this program made on any table of this server, and copies nothing until the item `catalogue`
    /// is switched on again.
    func removeTriggers() async throws(ConsoleFailure) -> Int
    /// An operator says that the clock is right: wake-ups that a jump of it held are rung now.
    func confirmClock() async throws(ConsoleFailure)
    /// The page that Prometheus reads.
    func metrics() async -> String
}
