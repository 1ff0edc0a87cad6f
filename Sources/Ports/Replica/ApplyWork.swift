import ReplicaLogic
import Vocabulary

/// What one local transaction is to write: rows of one item, and where the item's cursors stand afterwards.
package struct ApplyWork: Sendable, Hashable {
    /// Rows of one table.
    package struct Table: Sendable, Hashable {
        /// The peer's shape, in whose column order the images come.
        package let theirs: TableShape
        package let rows: [FeedRow]
        /// The durable cursor after this work; nil leaves it alone.
        package let cursor: FeedPosition?
        /// What was found here under the rows' keys when the peer was asked for them, where the peer is right.
        package let found: FoundRows

        package init(theirs: TableShape, rows: [FeedRow], cursor: FeedPosition?, found: FoundRows = FoundRows()) {
            self.theirs = theirs
            self.rows = rows
            self.cursor = cursor
            self.found = found
        }
    }

    /// How arriving rows are judged.
    package enum Judgement: Sendable, Hashable {
        /// By their versions: `RowVerdict`.
        case versions
        /// The peer is right: its rows replace what was found here, which goes to the ledger. What was written here
        /// since has not been held against the peer; it is judged by its version, as any row is.
        case peerIsRight(LedgerReason)
    }

    package let item: ItemName
    package let incarnation: Incarnation
    package let judgement: Judgement
    /// Own rows drawn above this position were written after a restore and before this node knew of it.
    package let suspectAbove: FeedPosition?
    /// Rows of every origin are taken back, this node's own former writes too. Then no cursor passes a row that awaits
    /// its owner: nobody else has it.
    package let isRebuild: Bool
    package var tables: [Table]
    /// Arriving keys that stand here in another spelling and were found to be the same row, by table.
    package var spellings: [TableName: Set<[CellValue]>] = [:]
    /// How far the peer's feed was seen with this work, where that is further than before: kept in the same
    /// transaction, or a peer restored right after it would not be recognised.
    package var memory: FeedMemory?

    package init(
        item: ItemName, incarnation: Incarnation, judgement: Judgement = .versions,
        suspectAbove: FeedPosition? = nil, isRebuild: Bool = false, tables: [Table]
    ) {
        self.item = item
        self.incarnation = incarnation
        self.judgement = judgement
        self.suspectAbove = suspectAbove
        self.isRebuild = isRebuild
        self.tables = tables
    }
}
