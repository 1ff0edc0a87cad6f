import PairLogic
import ReplicaLogic
import Vocabulary

/// A node's database, as nasty as the real one: numbers are drawn at the statement and seen at the commit, rolled-back
/// transactions leave holes, locks are waited for, and a crash ends whatever is open.
struct StoreTwin {
    /// Numbers taken from the sequence at once; a crash loses the rest of them.
    static let sequenceCache: UInt64 = 20
    /// The list of transactions is refreshed only where nobody read it for this long.
    static let listingFreshAfter: Duration = .milliseconds(100)

    var image: StoreImage
    /// The open transactions by their connections.
    private(set) var open: [Int: OpenTransaction] = [:]
    private(set) var locks: [RowKey: Int] = [:]
    /// Rows of ownership for which an exclusive lock is waited: nobody new gets a share.
    var exclusiveWaiters: Set<Int> = []
    /// Rows of ownership behind a barrier that a connection of the daemon's holds up: nobody new gets a share either.
    var barriers: Set<Int> = []
    private var drawn: UInt64
    private var listed: Set<UInt64> = []
    private var listedAt = Instant(nanoseconds: 0)
    /// How often lines of wake-ups were changed on this disk.
    private(set) var lineChanges = 0
    /// Until then another program reads the list all the time, which keeps it from ever being refreshed.
    var listReadUntil = Instant(nanoseconds: 0)

    init(image: StoreImage) {
        self.image = image
        drawn = image.reserved
    }

    /// The server died: what was open is gone, and so are the numbers it had put by.
    mutating func crashed() {
        open = [:]
        locks = [:]
        exclusiveWaiters = []
        barriers = []
        drawn = image.reserved
        listed = []
    }

    mutating func draw() -> FeedPosition {
        drawn += 1
        if drawn > image.reserved { image.reserved = drawn + Self.sequenceCache - 1 }
        return FeedPosition(rawValue: drawn)
    }

    /// Goes on above `position`.
    mutating func skip(to position: FeedPosition) {
        drawn = max(drawn, position.rawValue)
        image.reserved = max(image.reserved, drawn)
    }

    /// The database was opened, and nobody writes yet: leaves a gap of numbers behind.
    mutating func opened(leaving count: UInt64) {
        let head = image.drawnHead
        let reach = FeedPosition(rawValue: max(drawn, head.rawValue))
        skip(to: FeedPosition(rawValue: reach.rawValue + count))
        image.gaps.append(NumberGap(after: head, drawn: reach, until: FeedPosition(rawValue: drawn)))
    }

    /// Whether nobody holds a lock on rows of ownership, so that all of them can be locked at once.
    var isQuiet: Bool {
        exclusiveWaiters.isEmpty && barriers.isEmpty && open.values.allSatisfy(\.shares.isEmpty)
    }

    func isShared(_ role: Int) -> Bool { open.values.contains { $0.shares.contains(role) } }

    /// Whether a connection may touch a row now, or has to wait for another.
    func isFree(_ row: RowKey, for connection: Int) -> Bool {
        let holder = locks[row]
        return holder == nil || holder == connection
    }

    /// Whether a connection may read a row of ownership with a share lock now.
    func maySharing(_ role: Int, for connection: Int) -> Bool {
        let isClosed = exclusiveWaiters.contains(role) || barriers.contains(role)
        return !isClosed || open[connection]?.shares.contains(role) == true
    }

    /// A row as a connection's locking read sees it.
    func current(_ row: RowKey, for connection: Int) -> (row: Int?, entry: FeedEntry?) {
        if let change = open[connection]?.changes[row] { return (change.row, change.entry) }
        let table = image.tables[row.table]
        return (table.rows[row.key], table.feed[row.key])
    }

    mutating func begin(_ connection: Int, number: UInt64) {
        if open[connection] == nil { open[connection] = OpenTransaction(number: number) }
    }

    mutating func share(_ role: Int, by connection: Int) { open[connection]?.shares.insert(role) }

    mutating func lock(_ row: RowKey, by connection: Int) { locks[row] = connection }

    mutating func change(_ row: RowKey, to change: OpenTransaction.Change, by connection: Int) {
        locks[row] = connection
        open[connection]?.changes[row] = change
    }

    mutating func note(write: Int, by connection: Int) { open[connection]?.writes.append(write) }

    mutating func note(loser: Int, by connection: Int) { open[connection]?.losers.append(loser) }

    mutating func rollBack(_ connection: Int) {
        open[connection] = nil
        locks = locks.filter { $0.value != connection }
    }

    mutating func commit(_ connection: Int) {
        guard let transaction = open.removeValue(forKey: connection) else { return }
        locks = locks.filter { $0.value != connection }
        for (row, change) in transaction.changes {
            image.tables[row.table].rows[row.key] = change.row
            image.put(change.entry, at: row)
            if row.table == Catalogue.lines { lineChanges += 1 }
        }
        for write in transaction.writes { image.witnessed.insert(write) }
        for loser in transaction.losers {
            image.ledger.insert(loser)
            image.witnessed.insert(loser)
        }
    }

    /// The open transactions as the server lists them: from its cache, unless nobody has read that for a while.
    mutating func listTransactions(at now: Instant) -> Set<UInt64> {
        if now - listedAt >= Self.listingFreshAfter, now >= listReadUntil { listed = Set(open.values.map(\.number)) }
        listedAt = now
        return listed
    }

    /// The lowest number drawn by a transaction that is still open, for a table.
    func lowestOpen(of table: Int, by node: Mode) -> FeedPosition? {
        open.values.flatMap(\.changes)
            .filter { $0.key.table == table && $0.value.entry?.stamp.version.node == node }
            .compactMap(\.value.entry?.position).min()
    }
}
