import ReplicaLogic
import Vocabulary

/// This node's own database as the source of changes: capture, the head of the feed, ownership, the catalogue.
///
/// Failures of the connection are `unreachable`; the next call connects again. `openCanary` holds a transaction
/// open until `closeCanary`; a broken connection closes it, too.
package protocol FeedSourcePort: Sendable {
    func life() async throws(FeedFailure) -> FeedLife
    /// Begins a run on this database: skips a stretch of numbers of random length, and remembers it; false where a
    /// writer was at work just then, and nothing was skipped. Patience makes new writers wait for those at work, for a
    /// second at most.
    func skipNumbers(isPatient: Bool) async throws(FeedFailure) -> Bool
    /// The peer's memory was found to fit this feed: what was skipped so far is forgotten.
    func forgetGaps() async throws(FeedFailure)
    /// This node's own writes above `position`.
    func news(after position: FeedPosition) async throws(FeedFailure) -> FeedNews
    /// The same of the tables alone that moved lately: few, and so a quick look. What stands elsewhere only `news`
    /// tells.
    func recentNews(after position: FeedPosition) async throws(FeedFailure) -> FeedNews
    /// Draws a number while no writer is at work; nil where one is.
    func drawQuietly() async throws(FeedFailure) -> FeedPosition?
    /// Draws a number, then opens a transaction of our own that the list of transactions must show.
    func openCanary() async throws(FeedFailure) -> (drawn: FeedPosition, canary: UInt64)
    /// The open transactions that may have written, each by a number of its own.
    func openTransactions() async throws(FeedFailure) -> Set<UInt64>
    func closeCanary() async
    /// Who has had a transaction open for longest, in words that name the connection; nil where nobody has one.
    func oldestWriter() async throws(FeedFailure) -> String?
    /// Makes capture what the catalogue says: on for the tables of enabled items, off for all others.
    func arrangeCapture() async throws(FeedFailure) -> CaptureOutcome
    /// Whether all that capture rests on (tables, triggers, the catalogue) is as it was when capture was last arranged
    /// and nothing was left to do. A quick look beside the thorough one.
    func isCaptureUnchanged() async throws(FeedFailure) -> Bool
    /// Gives every row of a table a new place in the feed, so that it ships once more.
    func shipAgain(_ table: TableName) async throws(FeedFailure) -> UInt64
    /// A table's doubtful rows are being put right: what fails from now on makes it doubtful anew.
    func beginMending(_ table: TableName) async throws(FeedFailure)
    /// They were put right, unless capture failed again meanwhile.
    func endMending(_ table: TableName) async throws(FeedFailure)
    /// Drops every trigger of ours on this server, and puts none back until the item `catalogue` is switched on again;
    /// returns how many there were.
    func removeAllTriggers() async throws(FeedFailure) -> Int
    /// Deletes tombstones at or below `position` written before `moment`, in small steps.
    func collectTombstones(below position: FeedPosition, before moment: WallTime) async throws(FeedFailure) -> UInt64
    /// Begins a new life in place of the one the peer remembers, above all that it has read: every item is to be taken
    /// back from the peer, all cursors start anew.
    func beginLife(_ incarnation: Incarnation, superseding remembered: FeedMemory) async throws(FeedFailure)
    /// Everything was taken back: own writes are no longer suspect.
    func endSuspicion() async throws(FeedFailure)
    func scopes() async throws(FeedFailure) -> [ScopeReport]
    func save(_ item: ItemDefinition) async throws(FeedFailure)
    func removeItem(_ item: ItemName) async throws(FeedFailure)
    func setEnabled(_ item: ItemName, _ isEnabled: Bool) async throws(FeedFailure)
    /// Why a table cannot be replicated, in words with the cure; nil where it can.
    func refusal(
        of table: ItemDefinition.Table, companions: Set<TableName>
    ) async throws(FeedFailure) -> String?
    func conflicts(openOnly: Bool, id: UInt64?) async throws(FeedFailure) -> [ConflictReport]
    /// Writes the loser of an entry, which may be the peer's, back into its table.
    func restore(_ conflict: ConflictReport) async throws(FeedFailure)
    /// The loser of an entry was put back elsewhere.
    func markRestored(_ conflict: ConflictReport) async throws(FeedFailure)
    func coverage() async throws(FeedFailure) -> CoverageReport
}

extension FeedSourcePort {
    /// The highest position of this node's own writes above `position`, or `position` where there is none.
    package func head(after position: FeedPosition) async throws(FeedFailure) -> FeedPosition {
        max(try await news(after: position).head ?? position, position)
    }
}
