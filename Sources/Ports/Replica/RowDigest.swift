import ReplicaLogic
import Vocabulary

/// One row in a comparison: its key, a digest of its shared columns, and what the feed says of it.
package struct RowDigest: Sendable, Hashable {
    package let key: [CellValue]
    package let checksum: UInt64
    /// nil where the feed has no entry for the row: a write that capture never saw.
    package let stamp: RowStamp?

    package init(key: [CellValue], checksum: UInt64, stamp: RowStamp?) {
        self.key = key
        self.checksum = checksum
        self.stamp = stamp
    }
}
