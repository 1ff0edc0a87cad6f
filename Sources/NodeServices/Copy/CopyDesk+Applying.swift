import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension CopyDesk {
    /// The most rows fetched on behalf of one batch because they hold a unique value it wants.
    static let holdersMax = 100
    /// How often in a row an item may meet a lock before people are told.
    static let retriesUnsaid = 10

    /// Applies, and deals with what can go wrong; true when it was committed.
    mutating func apply(_ work: ApplyWork, of name: ItemName) async -> Bool {
        var work = work
        for attempt in 0...Self.holdersMax {
            work.memory = memory(with: work)
            do {
                let receipt = try await service.store.apply(work)
                if let memory = work.memory { board.change { $0.peerMemory = memory } }
                note(receipt, of: name)
                items[name]?.retries = 0
                if receipt.applied > 0 { items[name]?.hasArrivals = true }
                return !waitsForHealing(work, receipt)
            } catch .uniqueHeld(let table, let holder, let number, let words) {
                guard attempt < Self.holdersMax, let extended = await adding(holder, of: table, to: work) else {
                    await quarantine(name, table: table, key: Self.named(holder, theirs[table]), number, words)
                    return false
                }
                work = extended
            } catch .respelled(let table, let keys) {
                guard let settled = await settling(keys, of: table, in: work) else { return false }
                work = settled
            } catch {
                await stop(name, error)
                return false
            }
        }
        return false
    }

    /// Whether rows that are taken back were passed over: they are read anew once what stands in their place is put
    /// right.
    private mutating func waitsForHealing(_ work: ApplyWork, _ receipt: ApplyReceipt) -> Bool {
        guard work.isRebuild else { return false }
        items[work.item]?.waitsForHealing = receipt.awaitingOwner > 0
        guard receipt.awaitingOwner > 0 else { return false }
        let soon = service.clock.now() + service.settings.pollInterval
        items[work.item]?.retryAt = soon
        stand(
            work.item,
            .held("\(receipt.awaitingOwner) rows wait until what was written here in their place is put right"))
        return true
    }

    /// How far the peer's feed was seen once `work` is applied; nil where that is no news.
    private func memory(with work: ApplyWork) -> FeedMemory? {
        let rows = work.tables.lazy.flatMap(\.rows).filter { $0.stamp.version.node == board.mode.peer }
        guard let highest = rows.map(\.position).max() else { return nil }
        let former = board.read { $0.peerMemory }
        if let former, former.incarnation == work.incarnation, former.head >= highest { return nil }
        return FeedMemory(incarnation: work.incarnation, head: highest)
    }

    /// The work with the newest state of the row that holds a unique value; nil where that would change nothing.
    private func adding(_ holder: [CellValue], of table: TableName, to work: ApplyWork) async -> ApplyWork? {
        guard let their = theirs[table], let place = work.tables.firstIndex(where: { $0.theirs.table == table }),
            !work.tables[place].rows.contains(where: { $0.key == holder }),
            let fetched = try? await service.peer.rows(of: their, keys: [holder]).first
        else { return nil }
        var extended = work
        let part = work.tables[place]
        extended.tables[place] = ApplyWork.Table(
            theirs: part.theirs, rows: part.rows + [fetched], cursor: part.cursor, found: part.found)
        return extended
    }

    /// The work with keys that are spelled otherwise here settled by what the peer has; nil where it cannot go on.
    private mutating func settling(_ keys: [Spelling], of table: TableName, in work: ApplyWork) async -> ApplyWork? {
        guard let their = theirs[table] else { return nil }
        let rows: [FeedRow]
        do {
            rows = try await service.peer.rows(of: their, keys: keys.map(\.standing))
        } catch {
            await stop(work.item, .retry(words: error.words))
            return nil
        }
        switch work.settled(keys, of: table, by: rows) {
        case .work(let settled): return settled
        case .twins(let twins):
            await quarantine(
                work.item, table: table, key: Self.named(twins.arriving, their), Self.duplicate,
                Spelling.words(twins.standing, twins.arriving, key: their.shape.keyColumns.map(\.name)))
            return nil
        }
    }

    /// MariaDB's number for a key that is there already.
    private static let duplicate: UInt32 = 1062

    private mutating func stop(_ name: ItemName, _ failure: ApplyFailure) async {
        let now = service.clock.now()
        let soon = now + service.settings.pollInterval
        let later = now + service.settings.catalogueInterval
        let muchLater = now + service.settings.retryInterval
        switch failure {
        case .row(let table, let key, let number, let words):
            await quarantine(name, table: table, key: key, number, words)
        case .table(let table, let words):
            items[name]?.retryAt = later
            stand(name, .notShipped("\(table): \(words)"))
        case .uniqueHeld(let table, let holder, let number, let words):
            await quarantine(name, table: table, key: Self.named(holder, theirs[table]), number, words)
        case .respelled(let table, _):
            items[name]?.retryAt = soon
            service.logger.info("item \(name) is tried again: the keys of \(table) change")
        case .noSpace(let words):
            items[name]?.retryAt = later
            stand(
                name, .held("the disk of this node's database is full: \(words); free some space, it goes on by itself")
            )
        case .unavailable(let words):
            hasLostBooks = true
            items[name]?.retryAt = soon
            stand(name, .held("this node's database does not take rows: \(words)"))
        case .retry(let words):
            items[name]?.retryAt = soon
            items[name]?.retries += 1
            service.logger.info("item \(name) is tried again: \(words)")
            if items[name]?.retries ?? 0 >= Self.retriesUnsaid {
                stand(name, .held("it is tried again and again: \(words)"))
            }
        }
        if items[name]?.record.quarantine != nil { items[name]?.retryAt = muchLater }
    }

    mutating func quarantine(_ name: ItemName, table: FeedTable, twin: FeedRow) async {
        await quarantine(
            name, table: table.table, key: Self.named(twin.key, table), Self.duplicate,
            "the named key columns stand for more than one row at the peer")
    }

    mutating func quarantine(
        _ name: ItemName, table: TableName, key: [String: String], _ number: UInt32, _ words: String
    ) async {
        let quarantine = CopyRecord.Quarantine(table: table, key: key, number: number, words: words)
        let muchLater = service.clock.now() + service.settings.retryInterval
        items[name]?.record.quarantine = quarantine
        items[name]?.retryAt = muchLater
        await save(name)
        stand(name, .quarantined(quarantine))
    }

    mutating func save(_ name: ItemName) async {
        guard let item = items[name] else { return }
        do {
            try await service.store.save(item.record, of: name)
        } catch {
            noteStore(error)
            service.logger.warning("the books of item \(name) could not be kept: \(error.words)")
        }
    }

    static func named(_ key: [CellValue], _ table: FeedTable?) -> [String: String] {
        let names = table?.shape.keyColumns.map(\.name) ?? key.indices.map { "key\($0)" }
        return Dictionary(zip(names, key.map { $0.readable ?? "NULL" })) { first, _ in first }
    }

    /// A row whose clock is ahead by more than this was written while a server's clock was wrong; it wins every
    /// conflict until then, which somebody should know.
    private static let futureMicroseconds: UInt64 = 86_400_000_000

    private func noteFuture(_ clock: UInt64, of name: ItemName, now: Int64) {
        guard clock > UInt64(clamping: now) + Self.futureMicroseconds else { return }
        let days = (clock - UInt64(clamping: now)) / Self.futureMicroseconds
        let words =
            "item \(name) holds rows that were written by a clock \(days) days ahead; they win conflicts until then"
        let isNew = board.read { $0.warnings["future \(name)"] == nil }
        board.warn("future \(name)", words)
        if isNew { board.record(.item, words, ["the copy goes on"], at: service.clock.wallTime()) }
    }

    private func note(_ receipt: ApplyReceipt, of name: ItemName) {
        let wall = service.clock.wallTime().rawValue
        let lag = Double(wall - Int64(clamping: receipt.newestClock)) / 1_000
        board.change { content in
            var standing = content.standings[name] ?? ItemStanding()
            standing.rowsApplied += receipt.applied
            standing.conflicts += receipt.conflicts
            standing.openConflicts += receipt.conflicts + receipt.driftHealed
            standing.driftHealed += receipt.driftHealed
            standing.batches += 1
            standing.skippedColumns = receipt.skippedColumns
            if receipt.applied > 0, receipt.newestClock > 1 { standing.noteLag(max(0, lag)) }
            content.standings[name] = standing
        }
        noteFuture(receipt.newestClock, of: name, now: wall)
        guard receipt.conflicts > 0 else { return }
        board.record(
            .item, "item \(name): \(receipt.conflicts) rows lost and went to the ledger", ["both nodes wrote them"],
            at: service.clock.wallTime(), as: EventSort(.conflict, .warning, about: "\(name)"))
    }
}
