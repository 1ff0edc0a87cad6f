/// Section `replication`: how changes are carried over.
package struct ReplicationSettings: Sendable, Equatable {
    /// `replication.batch_rows`: most rows applied in one transaction, 100 to 50000. Default 5000.
    package var batchRows = 5000
    /// `replication.poll_ms`: the slow look at the feed that runs even when nothing announces a change, 100 to
    /// 60000 milliseconds. Default 1000.
    package var pollInterval = Duration.milliseconds(1000)
    /// `replication.settle_limit_seconds`: how long one open transaction may hold the settled head back before it
    /// is named as a warning, 1 to 600 seconds. Default 30.
    package var settleLimit = Duration.seconds(30)
    /// `replication.tombstone_days`: how long the memory of a deleted row is kept at least, 1 to 90 days. Default 7.
    package var tombstoneDays = 7
    /// `replication.free_space_floor_mb`: applying stops while less is free on the database's disk, 64 to 1048576
    /// MiB. Default 512.
    package var freeSpaceFloorMebibytes = 512
    /// `replication.compare_range_rows`: rows per digest when tables are compared, 100 to 100000. Default 2000.
    package var compareRangeRows = 2000

    package init() {}
}
