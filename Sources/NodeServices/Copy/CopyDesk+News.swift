import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension CopyDesk {
    /// Reads and applies, in one snapshot of the peer, whatever is new.
    mutating func copyNews() async throws(FeedFailure) {
        let promise = settledHead
        isRebuildSure = promise != nil && hasPeerTurned
        let settled = promise ?? .start
        let isSweep =
            awaitsSweep(settled)
            && pace.strikes(.sweep, every: service.settings.sweepInterval, at: service.clock.now())
        isSpaceLeft = hasSpace()
        do {
            let plain = try await readyItems(isRebuilding: false)
            guard let news = try await openSnapshot(plain) else { return await service.peer.closeSnapshot() }
            try await copy(plain, news: news, origin: .only(board.mode.peer), settled: settled, isSweep: isSweep)
            let rebuilding = try await readyItems(isRebuilding: true)
            if !rebuilding.isEmpty, !hasLostBooks {
                let news = try await tablesWithNews(rebuilding, origin: .all)
                try await copy(rebuilding, news: news, origin: .all, settled: settled, isSweep: isSweep)
            }
        } catch {
            await service.peer.closeSnapshot()
            throw error
        }
        await service.peer.closeSnapshot()
        owesSweep = awaitsSweep(settled)
        if !hasLostBooks, let life = board.read({ $0.feed.life }), life.suspectAbove != nil,
            !items.values.contains(where: \.record.isRebuilding)
        {
            try await endSuspicion()
        }
    }

    /// Whether a window can be read once more, since the source settled beyond its cursor.
    private func awaitsSweep(_ settled: FeedPosition) -> Bool {
        items.values.contains { item in
            item.retryAt == nil && item.windows.keys.contains { item.needsSweep($0, settled: settled) }
        }
    }

    /// Items that take everything back read every origin; all others what the peer wrote itself.
    private mutating func readyItems(isRebuilding: Bool) async throws(FeedFailure) -> [ItemName] {
        let wanted = items.values.filter { $0.record.isRebuilding == isRebuilding }.map(\.definition.name)
        var ready: [ItemName] = []
        for name in wanted.sorted() where try await isReady(name) { ready.append(name) }
        return ready
    }

    /// Opens a snapshot and tells which tables of these items have news; nil where the peer may not be read now.
    private mutating func openSnapshot(_ names: [ItemName]) async throws(FeedFailure) -> Set<TableName>? {
        let origin = FeedOrigin.only(board.mode.peer)
        lookedAt = service.clock.now()
        do {
            let opening = try await service.peer.openSnapshot(newsIn: questions(of: names), origin: origin)
            return try await mayRead(opening) ? opening.news : nil
        } catch  where Self.isOfOneTable(error) {
            let opening = try await service.peer.openSnapshot(newsIn: [], origin: origin)
            guard try await mayRead(opening) else { return nil }
            return try await newsOneByOne(questions(of: names), origin: origin)
        }
    }

    private mutating func tablesWithNews(
        _ names: [ItemName], origin: FeedOrigin
    ) async throws(FeedFailure) -> Set<TableName> {
        do {
            return try await service.peer.news(in: questions(of: names), origin: origin)
        } catch  where Self.isOfOneTable(error) {
            return try await newsOneByOne(questions(of: names), origin: origin)
        }
    }

    /// Where the news of each table begin.
    func questions(of names: [ItemName]) -> [(table: FeedTable, after: FeedPosition)] {
        names.compactMap { items[$0] }.flatMap { item in
            item.definition.tables.compactMap { table in
                theirs[table.name].map { ($0, item.newsFrom(table.name)) }
            }
        }
    }

    /// The tables to be read: those with news, and now and then those whose window settled.
    private func pending(
        _ names: [ItemName], news: Set<TableName>, settled: FeedPosition, isSweep: Bool
    ) -> [ItemName: Set<TableName>] {
        var result: [ItemName: Set<TableName>] = [:]
        for name in names {
            guard let item = items[name] else { continue }
            for table in item.definition.tables.map(\.name) where theirs[table] != nil {
                if news.contains(table) || isSweep && item.needsSweep(table, settled: settled) {
                    result[name, default: []].insert(table)
                }
            }
        }
        return result
    }

    mutating func copy(
        _ names: [ItemName], news: Set<TableName>, origin: FeedOrigin, settled: FeedPosition, isSweep: Bool
    ) async throws(FeedFailure) {
        let ready = names.filter { items[$0]?.retryAt == nil }
        var pending = pending(ready, news: news, settled: settled, isSweep: isSweep)
        let read = pending
        for name in ready where pending[name] == nil { await finish(name, settled: settled, read: []) }
        var ahead: [TableName: ReadAhead] = [:]
        // One batch of each item in turn: a long catch-up of one does not keep the small changes of others waiting.
        while !pending.isEmpty {
            for (name, tables) in pending.sorted(by: { $0.key < $1.key }) {
                let left: Set<TableName>
                do {
                    left = try await copyBatch(
                        of: name, tables: tables, origin: origin, settled: settled, ahead: &ahead)
                } catch  where failure(error, concerns: name) {
                    left = []
                }
                pending[name] = left.isEmpty ? nil : left
                if left.isEmpty { await finish(name, settled: settled, read: read[name] ?? []) }
                guard !Task.isCancelled, !hasLostBooks else { return }
            }
        }
    }

    /// Reads one batch of each table and applies them in one transaction; returns the tables that have more.
    ///
    /// While they are being applied the next ones are read into `ahead`, from where the windows will then begin.
    private mutating func copyBatch(
        of name: ItemName, tables: Set<TableName>, origin: FeedOrigin, settled: FeedPosition,
        ahead: inout [TableName: ReadAhead]
    ) async throws(FeedFailure) -> Set<TableName> {
        guard let item = items[name], let incarnation else { return [] }
        var parts: [ApplyWork.Table] = []
        var batches: [TableName: FeedBatch] = [:]
        var more: Set<TableName> = []
        for table in tables.sorted() {
            guard let their = theirs[table], let window = item.windows[table] else { continue }
            let batch: FeedBatch
            if let early = ahead.removeValue(forKey: table), early.after == window.readFrom {
                batch = early.batch
            } else {
                batch = try await service.peer.batch(
                    of: their, after: window.readFrom, limit: service.settings.batchRows, origin: origin)
            }
            if let twin = Self.twin(in: batch) {
                await quarantine(name, table: their, twin: twin)
                return []
            }
            parts.append(
                ApplyWork.Table(
                    theirs: their.shape, rows: window.news(in: batch),
                    cursor: window.cursor(after: batch, settled: settled)))
            batches[table] = batch
            if batch.isCut { more.insert(table) }
        }
        if !more.isEmpty {
            stand(name, .betweenStates)
            await estimateWaiting(name, tables: more, origin: origin)
        }
        let work = ApplyWork(
            item: name, incarnation: incarnation, suspectAbove: board.read { $0.feed.life?.suspectAbove },
            isRebuild: item.record.isRebuilding, tables: parts)
        let next = more.sorted().compactMap { table -> (table: FeedTable, after: FeedPosition)? in
            guard let their = theirs[table], var window = item.windows[table], let batch = batches[table] else {
                return nil
            }
            window.committed(batch, settled: settled)
            return (their, window.readFrom)
        }
        async let following = ReadAhead.read(next, from: service, origin: origin)
        let isApplied = await apply(work, of: name)
        // Awaited in any case: what is left behind would be cancelled, and with it the snapshot.
        let read = await following
        guard isApplied else { return [] }
        noteProgress(of: name, rows: batches.values.reduce(0) { $0 + $1.rows.count })
        for (table, batch) in batches { items[name]?.windows[table]?.committed(batch, settled: settled) }
        // The other tables' cursors may have moved without rows.
        if batches.count == item.windows.count { items[name]?.hasUnsavedCursors = false }
        ahead.merge(try read.get()) { $1 }
        return more
    }

    /// An entry that came twice stands for two rows under one named key.
    private static func twin(in batch: FeedBatch) -> FeedRow? {
        zip(batch.rows, batch.rows.dropFirst()).first { $0.position == $1.position }?.1
    }

    /// Nothing of the item is left in this snapshot.
    ///
    /// - Parameter read: the tables in which there was anything to read.
    private mutating func finish(_ name: ItemName, settled: FeedPosition, read: Set<TableName>) async {
        guard items[name]?.record.quarantine == nil, items[name]?.retryAt == nil else { return }
        caughtUp(name, settled: settled, read: read)
        if let item = items[name], item.record.isRebuilding, isRebuildSure, item.cursor >= settled,
            await removeStraysIfBehind(name)
        {
            if item.isBehindHorizon { stand(name, .current) }
            items[name]?.record.isRebuilding = false
            await save(name)
            board.record(
                .item, "item \(name) was taken back from the peer", ["every origin was read"],
                at: service.clock.wallTime())
        }
        tellArrivals(of: name)
    }

    /// - Parameter read: the tables in which there was anything to read. The others hold no entry above their cursors,
    ///   which may so follow the settled head: else a change in one table would leave the item's cursor behind.
    private mutating func caughtUp(_ name: ItemName, settled: FeedPosition, read: Set<TableName>) {
        guard items[name] != nil else { return }
        for table in items[name]?.windows.keys.sorted() ?? []
        where !read.contains(table) && items[name]?.windows[table]?.applied.isEmpty == true {
            let former = items[name]?.windows[table]?.cursor ?? .start
            items[name]?.windows[table]?.committed(FeedBatch(rows: [], isCut: false), settled: settled)
            if settled > former { items[name]?.hasUnsavedCursors = true }
        }
        let cursor = items[name]?.cursor ?? .start
        let (now, look) = (service.clock.now(), lookedAt)
        board.change { content in
            content.standings[name, default: ItemStanding()].cursor = cursor
            content.standings[name]?.currentAt = now
            content.standings[name]?.lookedAt = look
            content.standings[name]?.rowsWaiting = 0
        }
        if items[name]?.record.quarantine == nil { stand(name, .current) }
    }

    private func endSuspicion() async throws(FeedFailure) {
        try await service.source.endSuspicion()
        let life = try await service.source.life()
        board.change { $0.feed.life = life }
        board.record(
            .node, "everything that was lost in the restore is back", ["every item was read from the start"],
            at: service.clock.wallTime(), as: EventSort(.restore, .information, isOver: true))
    }
}
