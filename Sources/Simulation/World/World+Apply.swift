import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// The connection of the applier.
    static let applierConnection = 100
    /// How long it waits for other programs' locks.
    static let applyWaitMax: Duration = .seconds(2)

    /// Applies work in one transaction, once every lock is free.
    func apply(_ work: CopyWork, at node: SimulatedNode) {
        let connection = Self.applierConnection
        let role = Catalogue.role(of: Catalogue.tables(of: work.item)[0])
        let isFree = work.rows.allSatisfy { node.store.isFree($0, for: connection) }
        // Behind a barrier nothing moves, also where its connection broke.
        let isClosed = !work.rows.isEmpty && node.store.image.reign(at: role)?.phase == .closed
        guard isFree, !isClosed, node.store.maySharing(role, for: connection) else {
            return waitToApply(work, at: node)
        }
        node.daemon?.pass?.tryingSince = nil
        node.store.begin(connection, number: UInt64(connection) << 32 | now.nanoseconds / 1_000_000_000)
        if !work.rows.isEmpty { node.store.share(role, by: connection) }
        for part in work.parts {
            for (row, write) in zip(part.rows, part.writes) {
                judge(row, write: write, table: part.table, isRight: work.purpose == .heal, at: node)
            }
        }
        for row in work.removals where work.purpose == .compare || isDrift(row, at: node) { remove(row, at: node) }
        step(node, to: .commit(work), in: random.milliseconds(1...25))
    }

    private func waitToApply(_ work: CopyWork, at node: SimulatedNode) {
        let since = node.daemon?.pass?.tryingSince ?? now
        node.daemon?.pass?.tryingSince = since
        guard now - since >= Self.applyWaitMax else { return step(node, to: .apply(work), in: .milliseconds(10)) }
        // The item is tried again soon; the pass goes on with the others.
        node.daemon?.pass?.tryingSince = nil
        node.daemon?.items[work.item].retryAt = now + Self.pollEvery
        guard work.purpose == .news else { return endPass(node) }
        node.daemon?.pass?.pending.removeAll { $0.item == work.item }
        next(node)
    }

    /// The transaction ends: rows, their entries and the cursors become real together.
    func commit(_ work: CopyWork, at node: SimulatedNode) {
        node.store.commit(Self.applierConnection)
        if let life = node.daemon?.peerLife {
            for part in work.parts {
                guard let cursor = part.cursor else { continue }
                save(cursor, of: part.table, life: life, at: node)
            }
        }
        noticeCommit(node)
        for part in work.parts where part.table == Catalogue.lines {
            for write in part.writes { node.everHeld.insert(write) }
            node.daemon?.ringing?.arrived += part.writes.compactMap { rings.lines[$0] }
        }
        switch work.purpose {
        case .news: committed(work, at: node)
        case .heal: healed(work, at: node)
        case .compare: next(node)
        }
    }

    /// Rows fetched by their keys tell of the peer's feed as well: forgetting that would hide a restore.
    private func healed(_ work: CopyWork, at node: SimulatedNode) {
        let rows = work.parts.flatMap(\.rows).filter { $0.stamp.version.node == node.mode.peer }
        let fetched = rows.map(\.position).max() ?? .start
        if has(.fetchedRowsForgotten) {
            node.store.image.overlooked = fetched
        } else if let life = node.daemon?.peerLife {
            remember(node, life: life, fetched: fetched)
        }
        step(node, to: .open, in: .microseconds(100))
    }

    /// Stores a cursor, which promises that nothing at or below it is missing.
    func save(_ cursor: FeedPosition, of table: Int, life: Incarnation, at node: SimulatedNode) {
        node.store.image.cursors[table] = FeedMemory(incarnation: life, head: cursor)
        let other = peer(of: node)
        guard other.store.image.incarnation == life, other.store.image.suspectAbove == nil,
            node.store.image.suspectAbove == nil, !node.store.image.isRebuilding.contains(true),
            node.daemon?.pass?.peerRun == other.databaseRun
        else { return }
        if let open = other.store.lowestOpen(of: table, by: other.mode), open <= cursor {
            violate("\(node.mode)'s cursor \(cursor.rawValue) passes \(open.rawValue), which is not committed yet")
        }
        for (key, entry) in other.store.image.tables[table].feed {
            guard entry.position <= cursor, entry.stamp.version.node == other.mode, !entry.stamp.isDrift else {
                continue
            }
            // A deletion that was applied here and collected since may come again; it changes nothing.
            if node.store.image.tables[table].graves[key] == entry.write { continue }
            let local = node.store.image.tables[table].feed[key]
            switch RowVerdict.judging(incoming: entry.stamp, local: local?.stamp) {
            case .ignored, .replaceDrift: continue
            case .apply where entry.stamp.isTombstone && local == nil: continue
            // A loser that came back with an older image loses again where it stands.
            case .conflict(.local, _): continue
            // What was claimed on a takeover has given up what it knew.
            case .conflict where local.map({ book.isBuilt($0.write, on: entry.write) }) ?? false: continue
            case .apply, .conflict:
                let row = RowKey(table: table, key: key)
                return violate(
                    "\(node.mode)'s cursor \(cursor.rawValue) passes \(row) at \(entry.position.rawValue), not applied")
            }
        }
    }

    /// Judges an arriving row against what is here, and writes what follows.
    private func judge(_ row: FeedRow, write: Int, table: Int, isRight: Bool, at node: SimulatedNode) {
        let place = RowKey(table: table, key: row.simulatedKey)
        let local = node.store.current(place, for: Self.applierConnection)
        node.store.lock(place, by: Self.applierConnection)
        if isRight {
            // A row that became this node's own meanwhile is not put back.
            guard local.entry?.stamp.isDrift == true else { return }
            lose(local.entry?.write, to: write, isBoth: local.row == nil && row.isAbsent, at: node)
            counts.driftHealed += 1
            tell("\(node.mode) heals \(place) from the owner (\(write))")
            return take(row, write: write, stamp: row.stamp, place, at: node)
        }
        let isSuspect = node.store.image.suspectAbove.map { (local.entry?.position ?? .start) > $0 } ?? false
        let verdict = verdict(row.stamp, local.entry?.stamp, isSuspect: isSuspect)
        tell("\(node.mode) judges \(place) \(row.stamp.version) (\(write)): \(verdict.word)")
        let isBothAbsent = local.row == nil && row.isAbsent
        switch verdict {
        case .ignored(.awaitsOwner):
            node.daemon?.items[Catalogue.tables[table].item].awaitsOwner = true
        case .ignored:
            return
        case .apply:
            take(row, write: write, stamp: row.stamp, place, at: node)
        case .replaceDrift:
            lose(local.entry?.write, to: write, isBoth: isBothAbsent, at: node)
            take(row, write: write, stamp: row.stamp, place, at: node)
        case .conflict(.incoming, let stamp):
            lose(local.entry?.write, to: write, isBoth: isBothAbsent, at: node)
            take(row, write: write, stamp: stamp, place, at: node)
        case .conflict(.local, let stamp):
            lose(write, to: local.entry?.write ?? 0, isBoth: isBothAbsent, at: node)
            keep(local, stamp: stamp, place, at: node)
        }
    }

    /// The verdict, which both nodes must reach whoever hears of the other first.
    private func verdict(_ incoming: RowStamp, _ local: RowStamp?, isSuspect: Bool) -> RowVerdict {
        if has(.verdictIgnoresSeen), let local, !incoming.isDrift, !local.isDrift {
            return incoming.version > local.version ? .apply : .ignored(.alreadyKnown)
        }
        let verdict = RowVerdict.judging(incoming: incoming, local: local, isSuspect: isSuspect)
        guard let local, !isSuspect, !local.isDrift, !incoming.isDrift else { return verdict }
        let mirrored = RowVerdict.judging(incoming: local, local: incoming)
        if !verdict.isMirror(of: mirrored) {
            violate("\(incoming) against \(local) is \(verdict.word), the other way round \(mirrored.word)")
        }
        return verdict
    }

    private func take(_ row: FeedRow, write: Int, stamp: RowStamp, _ place: RowKey, at node: SimulatedNode) {
        var stamp = confirmed(stamp, place, at: node)
        (stamp.isTombstone, stamp.isDrift) = (row.isAbsent, false)
        let former = node.store.current(place, for: Self.applierConnection).entry
        let entry = FeedEntry(
            position: node.store.draw(), stamp: stamp, write: write, ownClock: former?.ownClock(at: node.mode) ?? 0)
        node.store.change(place, to: .init(row: row.simulatedImage, entry: entry), by: Self.applierConnection)
        node.store.note(write: write, by: Self.applierConnection)
        counts.rowsApplied += 1
    }

    private func keep(
        _ local: (row: Int?, entry: FeedEntry?), stamp: RowStamp, _ place: RowKey, at node: SimulatedNode
    ) {
        guard let former = local.entry else { return }
        let entry = FeedEntry(
            position: node.store.draw(), stamp: stamp, write: former.write, ownClock: former.ownClock)
        node.store.change(place, to: .init(row: local.row, entry: entry), by: Self.applierConnection)
    }

    /// A write of the peer's former reign is confirmed by the present owner.
    private func confirmed(_ stamp: RowStamp, _ place: RowKey, at node: SimulatedNode) -> RowStamp {
        guard let reign = node.store.image.reign(at: Catalogue.role(of: place.table))?.ownership,
            reign.owner == node.mode
        else { return stamp }
        let local = node.store.current(place, for: Self.applierConnection).entry
        return stamp.confirmed(
            by: node.mode, since: reign.epoch, over: local?.stamp, at: clock(at: node, after: local))
    }

    /// A row loses: it goes to the ledger, unless both sides deleted.
    private func lose(_ loser: Int?, to winner: Int, isBoth: Bool, at node: SimulatedNode) {
        guard let loser, loser != winner else { return }
        counts.conflicts += 1
        guard !isBoth else { return book.agree(loser) }
        guard !has(.losersForgotten) else { return }
        tell("\(node.mode) puts write \(loser) into the ledger")
        node.store.note(loser: loser, by: Self.applierConnection)
    }

    private func isDrift(_ row: RowKey, at node: SimulatedNode) -> Bool {
        node.store.current(row, for: Self.applierConnection).entry?.stamp.isDrift == true
    }

    /// Removes a row that the authority does not have, into the ledger.
    private func remove(_ row: RowKey, at node: SimulatedNode) {
        let local = node.store.current(row, for: Self.applierConnection)
        if let write = local.entry?.write { node.store.note(loser: write, by: Self.applierConnection) }
        node.store.change(row, to: .init(row: nil, entry: nil), by: Self.applierConnection)
        tell("\(node.mode) removes \(row), which its peer does not have")
    }
}
