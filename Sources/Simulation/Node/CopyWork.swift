import ReplicaLogic
import Vocabulary

/// What one local transaction is to write: rows of one item, rows to remove, and the cursors afterwards.
struct CopyWork {
    /// Rows of one table.
    struct Part {
        let table: Int
        var rows: [FeedRow] = []
        /// Which writes of the simulation the rows stand for, in the same order.
        var writes: [Int] = []
        var cursor: FeedPosition?
        var batch: FeedBatch?
    }

    /// Why it is done, which says what follows it.
    enum Purpose {
        case news, heal, compare
    }

    let item: Int
    let purpose: Purpose
    var parts: [Part]
    var removals: [RowKey] = []

    var rows: [RowKey] {
        parts.flatMap { part in part.rows.map { RowKey(table: part.table, key: $0.simulatedKey) } } + removals
    }
}
