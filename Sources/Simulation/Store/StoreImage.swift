import PairLogic
import ReplicaLogic
import Vocabulary

/// What is on a node's disk: everything that a commit made durable, as one value that can be put aside.
struct StoreImage {
    /// One table with its feed.
    struct Table {
        /// The write that each row holds.
        var rows: [UInt64: Int] = [:]
        var feed: [UInt64: FeedEntry] = [:]
        /// The highest position of a tombstone that was collected.
        var horizon: FeedPosition = .start
        /// The deletions whose tombstones were collected, for the books of the simulation alone.
        var graves: [UInt64: Int] = [:]
    }

    var tables = [Table](repeating: Table(), count: Catalogue.tables.count)
    /// What is stored of each scope's reign.
    var reigns: [ReignRecord] = [.first(of: .configuration), .first(of: .guest)]
    var incarnation: Incarnation
    /// The lives this feed had before, the latest last.
    var formerLives: [Incarnation] = []
    /// Own entries above it were written after a restore, unaware of what was lost.
    var suspectAbove: FeedPosition?
    /// The highest position of an entry that ever stood here.
    private(set) var drawnHead: FeedPosition = .start
    /// The same of the Primary's and of the Secondary's writes.
    private var heads: [FeedPosition] = [.start, .start]
    /// Numbers up to here were taken from the sequence, drawn or not.
    var reserved: UInt64 = 0
    /// Numbers skipped at starts of the database since the peer was last found in agreement.
    var gaps: [NumberGap] = []
    /// The durable cursors into the peer's feed, by table, each with the life it points into.
    var cursors = [FeedMemory](
        repeating: FeedMemory(incarnation: .unknown, head: .start), count: Catalogue.tables.count)
    var isRebuilding = [Bool](repeating: false, count: Catalogue.items.count)
    /// How far the peer had read this feed when the restore was noticed, by table.
    var knownToPeer = [FeedPosition](repeating: .start, count: Catalogue.tables.count)
    var memory: FeedMemory?
    /// How far the peer's feed was seen by rows whose memory a flaw threw away, which spares that node nothing.
    var overlooked: FeedPosition = .start
    /// Writes that lost and stand whole in the ledger.
    var ledger = NumberSet()
    /// Writes that were ever committed to this disk.
    var witnessed = NumberSet()
    /// The number of the next row of an append-only table.
    var serial: UInt64 = 1

    init(incarnation: Incarnation) { self.incarnation = incarnation }

    /// The highest position of one node's writes.
    func head(of node: Mode) -> FeedPosition { heads[Int(node.number) - 1] }

    /// Writes or removes an entry.
    mutating func put(_ entry: FeedEntry?, at row: RowKey) {
        tables[row.table].feed[row.key] = entry
        guard let entry else { return }
        drawnHead = max(drawnHead, entry.position)
        let node = Int(entry.stamp.version.node.number) - 1
        heads[node] = max(heads[node], entry.position)
    }

    /// Entries of one table above a position, oldest first: what may ship.
    func entries(of table: Int, above position: FeedPosition, by node: Mode?) -> [(key: UInt64, entry: FeedEntry)] {
        guard position < drawnHead else { return [] }
        var found: [(key: UInt64, entry: FeedEntry)] = []
        for (key, entry) in tables[table].feed where entry.position > position && !entry.stamp.isDrift {
            if node == nil || entry.stamp.version.node == node { found.append((key, entry)) }
        }
        return found.sorted { $0.entry.position < $1.entry.position }
    }

    /// The reign that a row of ownership tells; nil for the row of what both nodes write.
    func reign(at role: Int) -> ReignRecord? { role < reigns.count ? reigns[role] : nil }
}
