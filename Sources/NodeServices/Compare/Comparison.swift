import Ports
import ReplicaLogic
import Vocabulary

/// Compares one item with the peer, stretch by stretch, and repairs it where that is asked for.
///
/// Each call of `next` does one stretch and reports; whoever asks no more stops the work. Rows that differ are
/// looked at again a moment later: what was only on its way is no difference.
actor Comparison {
    /// How often rows that differ are looked at again, and how long between.
    private static let secondLooks = 5
    private static let secondLookAfter = Duration.milliseconds(200)
    /// How often a table that was altered is tried again, and how long between: its node makes the views anew.
    private static let alterationLooks = 10
    private static let alterationLookAfter = Duration.seconds(1)

    private let peer: any PeerFeedPort
    private let store: any ReplicaStorePort
    private let item: ItemDefinition
    private var theirs: [TableName: FeedTable]
    private let incarnation: Incarnation
    private let chunkRows: Int
    private let repairing: LedgerReason?
    private let clock: any ClockPort

    private var ours: [TableName: FeedTable] = [:]
    private var tablesLeft: [TableName]
    private var lower: [CellValue]?
    private var isPrepared = false
    private var isFinished = false
    /// Of the table at hand.
    private var tally = Tally()
    /// Of the tables before it.
    private var former = Tally()

    /// - Parameter repairing: why rows are replaced by the peer's; nil only compares.
    init(
        peer: any PeerFeedPort, store: any ReplicaStorePort, item: ItemDefinition, theirs: [TableName: FeedTable],
        incarnation: Incarnation, chunkRows: Int, repairing: LedgerReason?, clock: any ClockPort
    ) {
        self.peer = peer
        self.store = store
        self.item = item
        self.theirs = theirs
        self.incarnation = incarnation
        self.chunkRows = chunkRows
        self.repairing = repairing
        self.clock = clock
        tablesLeft = item.tables.map(\.name)
    }

    /// The next step; nil after the last.
    func next() async -> ProgressReport? {
        guard !isFinished, !Task.isCancelled else { return nil }
        do {
            if !isPrepared { try await prepare() }
            guard let table = tablesLeft.first else {
                isFinished = true
                return report("done", table: nil, former, words: nil)
            }
            let isLast = try await patientStretch(of: table)
            let report = report(repairing == nil ? "compare" : "repair", table: table, tally, words: nil)
            if isLast { turnToNext() }
            return report
        } catch {
            isFinished = true
            return report("failed", table: tablesLeft.first, former.adding(tally), words: words(error))
        }
    }

    private func prepare() async throws {
        ours = Dictionary(try await store.tables().map { ($0.table, $0) }) { first, _ in first }
        isPrepared = true
    }

    private func turnToNext() {
        former = former.adding(tally)
        tally = Tally()
        tablesLeft.removeFirst()
    }

    /// Does the next stretch, patient with a table that is being altered; true where it was the table's last.
    private func patientStretch(of table: TableName) async throws -> Bool {
        for _ in 0..<Self.alterationLooks {
            let before = tally
            do {
                return try await stretch(of: table)
            } catch FeedFailure.viewInvalid, FeedFailure.retry {
                tally = before
                try await clock.sleep(for: Self.alterationLookAfter)
                ours = Dictionary(try await store.tables().map { ($0.table, $0) }) { first, _ in first }
                theirs = Dictionary(try await peer.catalogue().map { ($0.table, $0) }) { first, _ in first }
            }
        }
        return try await stretch(of: table)
    }

    /// Does the next stretch; true where it was the table's last.
    private func stretch(of table: TableName) async throws -> Bool {
        guard let their = theirs[table] else { throw ComparisonFailure.notThere(table) }
        guard let our = ours[table] else { throw ComparisonFailure.notHere(table) }
        if tally.total == nil { tally.total = try await peer.estimatedRows(of: their) }
        let columns = ColumnPlan(theirs: their.shape, ours: our.shape).shared.map { our.shape.columns[$0.ours].name }
        let upper = try await peer.boundary(of: their, above: lower, rows: chunkRows)
        let range = KeyRange(lower: lower, upper: upper)
        let there = try await peer.digest(of: their, columns: columns, in: range)
        let here = try await store.digest(of: our, columns: columns, in: range)
        tally.done += max(there.rows, here.rows)
        if there != here {
            let pair = Pair(their: their, our: our, columns: columns, range: range)
            try await examine(pair)
        }
        lower = upper
        return upper == nil
    }

    /// What was looked at and what came of it.
    private struct Tally {
        var total: UInt64?
        var done: UInt64 = 0
        var different: UInt64 = 0
        var repaired: UInt64 = 0

        func adding(_ other: Tally) -> Tally {
            Tally(
                total: (total ?? 0) + (other.total ?? 0), done: done + other.done,
                different: different + other.different, repaired: repaired + other.repaired)
        }
    }

    /// The two sides of a stretch.
    private struct Pair {
        let their: FeedTable
        let our: FeedTable
        let columns: [String]
        let range: KeyRange
    }

    /// The keys of a stretch that stand differently on the two sides.
    private struct Difference {
        var toFetch: Set<[CellValue]> = []
        var toRemove: Set<[CellValue]> = []
        /// What stood here, when it was last looked at.
        var found: [[CellValue]: Version?] = [:]

        var count: Int { toFetch.count + toRemove.count }

        /// What still differs at a later look.
        func intersection(_ later: Difference) -> Difference {
            Difference(
                toFetch: toFetch.intersection(later.toFetch), toRemove: toRemove.intersection(later.toRemove),
                found: later.found)
        }
    }

    private func examine(_ pair: Pair) async throws {
        var difference = try await difference(of: pair)
        for _ in 0..<Self.secondLooks where difference.count > 0 {
            try await clock.sleep(for: Self.secondLookAfter)
            difference = difference.intersection(try await self.difference(of: pair))
        }
        tally.different += UInt64(difference.count)
        guard let reason = repairing, difference.count > 0 else { return }
        // Removals come first: the same row may stand under two spellings of one key. A row that came to the peer
        // meanwhile, or that its collation sorts into another stretch, is none.
        let standing = try await standing(of: difference, in: pair)
        try await inPortions(of: pair.their, keys: difference.toRemove) { keys, rows in
            let present = Set(rows.filter { !$0.isAbsent }.map(\.key))
            let strays = standing.only(Set(keys).subtracting(present))
            tally.repaired += try await store.remove(strays, of: pair.our, reason: reason)
        }
        try await inPortions(of: pair.their, keys: difference.toFetch) { keys, rows in
            let receipt = try await store.apply(
                ApplyWork(
                    item: item.name, incarnation: incarnation, judgement: .peerIsRight(reason),
                    tables: [
                        ApplyWork.Table(
                            theirs: pair.their.shape, rows: rows, cursor: nil, found: standing.only(Set(keys)))
                    ]))
            tally.repaired += receipt.applied
        }
    }

    /// Asks the peer for rows, as many at a time as fit into memory.
    private func inPortions(
        of table: FeedTable, keys: Set<[CellValue]>, _ body: ([[CellValue]], [FeedRow]) async throws -> Void
    ) async throws {
        var left = Array(keys)
        while !left.isEmpty {
            let portion = try await peer.portion(of: table, keys: left)
            let rest = Set(portion.rest)
            try await body(left.filter { !rest.contains($0) }, portion.rows)
            left = portion.rest
        }
    }

    /// How the keys that differ stand here: the rows as they were compared, and what is known of deleted ones.
    private func standing(of difference: Difference, in pair: Pair) async throws -> FoundRows {
        var found = difference.found
        let absent = difference.toFetch.filter { found[$0] == nil }
        for row in try await store.rows(of: pair.our, keys: Array(absent)) where row.isAbsent {
            found[row.key] = row.stamp.version
        }
        return FoundRows(found)
    }

    private func difference(of pair: Pair) async throws -> Difference {
        let there = try await peer.rowDigests(of: pair.their, columns: pair.columns, in: pair.range)
        let here = try await store.rowDigests(of: pair.our, columns: pair.columns, in: pair.range)
        var checksums: [[CellValue]: UInt64] = [:]
        for row in here { checksums[row.key] = row.checksum }
        var difference = Difference()
        for row in here { difference.found[row.key] = .some(row.stamp?.version) }
        for row in there where checksums.removeValue(forKey: row.key) != row.checksum {
            difference.toFetch.insert(row.key)
        }
        difference.toRemove = Set(checksums.keys)
        return difference
    }

    private func report(_ phase: String, table: TableName?, _ tally: Tally, words: String?) -> ProgressReport {
        ProgressReport(
            item: item.name, table: table, phase: phase, rowsDone: tally.done,
            rowsTotal: tally.total.map { max($0, tally.done) }, rowsDifferent: tally.different,
            rowsRepaired: tally.repaired, words: words)
    }

    private func words(_ error: any Error) -> String {
        switch error {
        case let failure as ComparisonFailure: failure.words
        case let failure as FeedFailure: failure.words
        case ApplyFailure.respelled(let table, let keys):
            keys.first.map {
                Spelling.words(
                    $0.standing, $0.arriving, key: theirs[table]?.shape.keyColumns.map(\.name) ?? ["its key"])
            } ?? "the keys of \(table) change"
        case let failure as ApplyFailure: "\(failure)"
        default: "\(error)"
        }
    }
}
