import ReplicaLogic
import Vocabulary

/// This node's own database, as the receiver of the peer's changes.
///
/// `apply` is one transaction: rows, their feed entries and the item's cursors are committed together or not at
/// all, and applying the same work twice changes nothing the second time. Calls are safe from any task; each
/// holds its own connection.
package protocol ReplicaStorePort: TableReadingPort {
    /// All items, enabled or not, in the order of their names.
    func items() async throws(FeedFailure) -> [ItemDefinition]
    /// The tables of this node's own feed: those with capture installed.
    func tables() async throws(FeedFailure) -> [FeedTable]
    func copyRecord(of item: ItemName) async throws(FeedFailure) -> CopyRecord
    func save(_ record: CopyRecord, of item: ItemName) async throws(FeedFailure)
    /// The durable cursors into the life `incarnation` of the peer's feed; a table without one begins at the start.
    func cursors(of item: ItemName, incarnation: Incarnation) async throws(FeedFailure) -> [TableName: FeedPosition]
    /// Stores cursors that moved without rows, all of them or none.
    func save(
        _ cursors: [ItemName: [TableName: FeedPosition]], incarnation: Incarnation
    ) async throws(FeedFailure)
    func apply(_ work: ApplyWork) async throws(ApplyFailure) -> ApplyReceipt
    /// The numbers of the tables that hold rows this node wrote without owning their scope, marked as being healed.
    func beginHealing() async throws(FeedFailure) -> Set<UInt32>
    /// Takes the mark off a table, unless it drifted again meanwhile; where something is left it is marked anew.
    func endHealing(of table: FeedTable, isDone: Bool) async throws(FeedFailure)
    /// What this node wrote without owning its scope, at most `limit` rows.
    func drift(of table: FeedTable, limit: Int) async throws(FeedFailure) -> FoundRows
    /// Removes rows that the authority does not have, where they still are as they were found; each goes to the ledger.
    func remove(
        _ rows: FoundRows, of table: FeedTable, reason: LedgerReason
    ) async throws(ApplyFailure) -> UInt64
    func ownRows(of table: FeedTable) async throws(FeedFailure) -> OwnRowsCount
    /// Remembers how far the peer's feed was seen, so that a restored peer is recognised.
    func remember(_ memory: FeedMemory) async throws(FeedFailure)
    func remembered() async throws(FeedFailure) -> FeedMemory?
    func openConflicts() async throws(FeedFailure) -> [ItemName: UInt64]
}
