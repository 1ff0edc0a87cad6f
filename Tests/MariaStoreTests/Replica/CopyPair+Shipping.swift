import MariaStore
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension CopyPair {
    /// A writer was at work, so that nothing could be called settled.
    struct Unsettled: Error {}

    /// Ships whatever is new to `target`, in one snapshot, with durable cursors.
    ///
    /// - Parameters:
    ///   - limit: the most entries of a table that one transaction applies.
    ///   - origin: whose writes; the peer's own where nothing is said.
    @discardableResult
    func ship(to target: Mode = .secondary, limit: Int = 5_000, origin: FeedOrigin? = nil) async throws -> ApplyReceipt
    {
        let from = self[target.peer]
        guard let drawn = try await from.source.drawQuietly() else { throw Unsettled() }
        let settled = FeedPosition(rawValue: drawn.rawValue - 1)
        var receipt = ApplyReceipt()
        _ = try await from.feed.openSnapshot(newsIn: [], origin: .all)
        do {
            let tables = try await from.feed.catalogue().filter { $0.item == Self.item }
            try await ship(
                tables, to: target, limit: limit, origin: origin ?? .only(target.peer), settled: settled, into: &receipt
            )
        } catch {
            await from.feed.closeSnapshot()
            throw error
        }
        await from.feed.closeSnapshot()
        return receipt
    }

    private func ship(
        _ tables: [FeedTable], to target: Mode, limit: Int, origin: FeedOrigin, settled: FeedPosition,
        into receipt: inout ApplyReceipt
    ) async throws {
        let incarnation = try await self[target.peer].feed.incarnation()
        let cursors = try await self[target].store.cursors(of: Self.item, incarnation: incarnation)
        var windows = Dictionary(
            uniqueKeysWithValues: tables.map { ($0, ShippingWindow(cursor: cursors[$0.table] ?? .start)) })
        var open = tables
        while !open.isEmpty {
            var parts: [ApplyWork.Table] = []
            var batches: [(FeedTable, FeedBatch)] = []
            for table in open {
                guard let window = windows[table] else { continue }
                let batch = try await self[target.peer].feed.batch(
                    of: table, after: window.cursor, limit: limit, origin: origin)
                parts.append(
                    ApplyWork.Table(
                        theirs: table.shape, rows: window.news(in: batch),
                        cursor: window.cursor(after: batch, settled: settled)))
                batches.append((table, batch))
            }
            let done = try await apply(ApplyWork(item: Self.item, incarnation: incarnation, tables: parts), to: target)
            for (table, batch) in batches { windows[table]?.committed(batch, settled: settled) }
            receipt.add(done)
            open = batches.filter { $0.1.isCut }.map(\.0)
        }
    }

    /// Two rows of the peer's are one key here.
    struct Twins: Error {
        let spelling: Spelling
    }

    /// Applies work as the reader does: keys that are spelled otherwise here are settled by what the peer has.
    func apply(_ work: ApplyWork, to target: Mode) async throws -> ApplyReceipt {
        let failure: ApplyFailure
        do { return try await self[target].store.apply(work) } catch { failure = error }
        guard case .respelled(let table, let keys) = failure else { throw failure }
        let told = try #require(try await self[target.peer].announced(table.name))
        let rows = try await self[target.peer].feed.rows(of: told, keys: keys.map(\.standing))
        switch work.settled(keys, of: table, by: rows) {
        case .work(let settled): return try await apply(settled, to: target)
        case .twins(let spelling): throw Twins(spelling: spelling)
        }
    }

    /// Everything that stands above a table's durable cursor, as work that nobody applied yet.
    func pending(_ tables: [String], limit: Int = 5_000, to target: Mode = .secondary) async throws -> ApplyWork {
        let from = self[target.peer]
        let incarnation = try await from.feed.incarnation()
        let cursors = try await self[target].store.cursors(of: Self.item, incarnation: incarnation)
        var parts: [ApplyWork.Table] = []
        for name in tables {
            let table = try #require(try await from.announced(name))
            let batch = try await from.feed.batch(
                of: table, after: cursors[table.table] ?? .start, limit: limit, origin: .only(target.peer))
            parts.append(ApplyWork.Table(theirs: table.shape, rows: batch.rows, cursor: batch.rows.last?.position))
        }
        return ApplyWork(item: Self.item, incarnation: incarnation, tables: parts)
    }
}

extension ApplyReceipt {
    mutating func add(_ other: ApplyReceipt) {
        applied += other.applied
        ignored += other.ignored
        conflicts += other.conflicts
        driftHealed += other.driftHealed
        newestClock = max(newestClock, other.newestClock)
        skippedColumns.merge(other.skippedColumns) { _, newer in newer }
    }
}
