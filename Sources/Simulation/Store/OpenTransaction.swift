import ReplicaLogic

/// A transaction that has begun to write and has not ended.
struct OpenTransaction {
    /// A row as it will stand after the commit.
    struct Change {
        /// The write that the row will hold; nil where it will be gone.
        var row: Int?
        /// nil takes the feed's entry away.
        var entry: FeedEntry?
    }

    /// As the list of transactions shows it.
    let number: UInt64
    var changes: [RowKey: Change] = [:]
    /// Writes that the commit makes real.
    var writes: [Int] = []
    /// Writes that the commit puts into the ledger.
    var losers: [Int] = []
    /// Rows of ownership read with a share lock.
    var shares: Set<Int> = []
}
