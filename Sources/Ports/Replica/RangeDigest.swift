/// What stands in a stretch of a table, in one number: equal on both nodes when the rows are equal.
package struct RangeDigest: Sendable, Hashable {
    package let rows: UInt64
    package let checksum: UInt64

    package init(rows: UInt64, checksum: UInt64) {
        self.rows = rows
        self.checksum = checksum
    }
}
