import Vocabulary

/// The paces and limits of `CopyService`.
package struct CopyServiceSettings: Sendable, Hashable {
    /// Entries read and applied at once; 5,000.
    package var batchRows = 5_000
    /// Rows compared at once; 2,000.
    package var compareRows = 2_000
    /// The slow look at the peer's feed, beside its heartbeats; 1 s.
    package var pollInterval: Duration = .seconds(1)
    /// How often the peer's catalogue and this node's items are read again; 5 s.
    package var catalogueInterval: Duration = .seconds(5)
    /// How soon a window is read once more after the source settled; 50 ms.
    package var sweepInterval: Duration = .milliseconds(50)
    /// How often drift is looked for; 1 s.
    package var cursorInterval: Duration = .seconds(1)
    /// How soon cursors are stored that moved without rows: the peer is to hear what is safe here; 250 ms.
    package var acknowledgeInterval: Duration = .milliseconds(250)
    /// When an item that stands still is tried again by itself; 30 s.
    package var retryInterval: Duration = .seconds(30)
    /// Applying stops while less than this is free where the database keeps its files, bytes.
    package var freeSpaceFloor: UInt64 = 512 << 20
    /// The folder whose file system is measured; nil where the database is on another host.
    package var databaseFolder: String?

    package init() {}
}
