import Vocabulary

/// What a transaction did.
package struct ApplyReceipt: Sendable, Hashable {
    package var applied: UInt64 = 0
    package var ignored: UInt64 = 0
    package var conflicts: UInt64 = 0
    package var driftHealed: UInt64 = 0
    /// Rows passed over because drift stands under their key, about which the owner is asked.
    package var awaitingOwner: UInt64 = 0
    /// The clock of the newest version that was written, microseconds since 1970.
    package var newestClock: UInt64 = 0
    /// Columns that one side lacks, by table; they were left out.
    package var skippedColumns: [TableName: [String]] = [:]

    package init() {}
}
