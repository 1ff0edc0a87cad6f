import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// Puts right what this node wrote without owning its scope: asks the owner for those rows.
    func heal(_ node: SimulatedNode, _ other: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        for item in Catalogue.items.indices {
            guard case .owned(let scope) = Catalogue.items[item],
                isPeers(daemon.reign(scope).record, at: node),
                isReadable(other.store.image, by: node)
            else { continue }
            let parts = Catalogue.tables(of: item).map { fetchDrift(of: $0, node, other) }
            let work = CopyWork(
                item: item, purpose: .heal, parts: parts.map(\.part), removals: parts.flatMap(\.strays))
            if !work.rows.isEmpty { return go(node, to: .apply(work)) }
        }
        go(node, to: .open)
    }

    /// How far the owner has read this node's feed. Drift above it may cover a write of this node's own reign that the
    /// owner has not read yet, and its row would put that back to what it was before. A restored node is not read until
    /// it is whole, and takes everything back anyway.
    private func acknowledged(of node: SimulatedNode) -> FeedPosition {
        if node.store.image.suspectAbove != nil { return FeedPosition(rawValue: .max) }
        guard let facts = node.daemon?.machine.facts,
            facts.remembered?.incarnation == node.store.image.incarnation
        else { return .start }
        return facts.acknowledged
    }

    private func fetchDrift(
        of table: Int, _ node: SimulatedNode, _ other: SimulatedNode
    ) -> (part: CopyWork.Part, strays: [RowKey]) {
        var part = CopyWork.Part(table: table)
        var strays: [RowKey] = []
        let known = acknowledged(of: node)
        let drift = node.store.image.tables[table].feed.filter {
            $0.value.stamp.isDrift && $0.value.position <= known
        }
        for key in drift.keys.sorted() {
            if let entry = other.store.image.tables[table].feed[key] {
                let row = other.store.image.tables[table].rows[key]
                part.rows.append(FeedRow(simulated: key, entry: entry, row: row))
                part.writes.append(entry.write)
            } else {
                strays.append(RowKey(table: table, key: key))
            }
        }
        return (part, strays)
    }

    /// Looks what is new for the items that take everything back, or for all others.
    func begin(_ node: SimulatedNode, takingAll: Bool) {
        guard let pass = node.daemon?.pass, let daemon = node.daemon, let snapshot = pass.snapshot else { return }
        node.daemon?.pass?.takesAll = takingAll
        let origin: Mode? = takingAll ? nil : node.mode.peer
        var pending: [CopyPass.Pending] = []
        for desk in daemon.items where desk.isRebuilding == takingAll && isReady(desk.item, at: node) {
            let tables = desk.tables.filter { table in
                let isSwept = pass.isSweep && desk.needsSweep(table, settled: pass.settled ?? .start)
                return isSwept || !snapshot.entries(of: table, above: desk.newsFrom(table), by: origin).isEmpty
            }
            if tables.isEmpty {
                finish(desk.item, at: node, isQuiet: true)
            } else {
                pending.append(CopyPass.Pending(item: desk.item, tables: tables))
            }
        }
        node.daemon?.pass?.pending = pending
        node.daemon?.pass?.turn = 0
        next(node)
    }

    private func isReady(_ item: Int, at node: SimulatedNode) -> Bool {
        guard let retryAt = node.daemon?.items[item].retryAt else { return true }
        guard now >= retryAt else { return false }
        node.daemon?.items[item].retryAt = nil
        return true
    }

    /// The next batch of the next item, the next group of items, or the end of the pass.
    func next(_ node: SimulatedNode) {
        guard let pass = node.daemon?.pass else { return }
        if !pass.pending.isEmpty { return go(node, to: .read) }
        if !pass.takesAll { return begin(node, takingAll: true) }
        guard let work = pass.comparisons.last else { return step(node, to: .finish, in: .microseconds(100)) }
        node.daemon?.pass?.comparisons.removeLast()
        step(node, to: .apply(work), in: .microseconds(100))
    }

    /// Reads one batch of each table of the item whose turn it is.
    func read(_ node: SimulatedNode, _ other: SimulatedNode) {
        guard let pass = node.daemon?.pass, let snapshot = pass.snapshot, let daemon = node.daemon else { return }
        let pending = pass.pending[pass.turn % pass.pending.count]
        var work = CopyWork(item: pending.item, purpose: .news, parts: [])
        for table in pending.tables {
            let window = daemon.items[pending.item].windows[table]
            let from = has(.lateCommitsSkipped) ? window.highest : window.readFrom
            let found = snapshot.entries(of: table, above: from, by: pass.takesAll ? nil : node.mode.peer)
            let rows = found.prefix(Self.batchRows).map { key, entry in
                FeedRow(simulated: key, entry: entry, row: snapshot.tables[table].rows[key])
            }
            let batch = FeedBatch(rows: rows, isCut: found.count > Self.batchRows)
            let news = window.news(in: batch)
            let settled = promised(pass, batch)
            work.parts.append(
                CopyWork.Part(
                    table: table, rows: news,
                    writes: news.map { row in snapshot.tables[table].feed[row.simulatedKey]?.write ?? 0 },
                    cursor: window.cursor(after: batch, settled: settled), batch: batch))
        }
        step(node, to: .apply(work), in: random.milliseconds(0...2))
    }

    /// The settled head that cursors may follow.
    func promised(_ pass: CopyPass, _ batch: FeedBatch) -> FeedPosition {
        let settled = pass.settled ?? .start
        guard has(.cursorPassesSettledHead) || has(.lateCommitsSkipped) else { return settled }
        return max(settled, batch.rows.last?.position ?? .start)
    }

    /// A batch is committed: the windows move, and the item's turn ends.
    func committed(_ work: CopyWork, at node: SimulatedNode) {
        guard let pass = node.daemon?.pass, let life = node.daemon?.peerLife else { return }
        var more: [Int] = []
        for part in work.parts {
            guard let batch = part.batch else { continue }
            node.daemon?.items[work.item].windows[part.table].committed(batch, settled: promised(pass, batch))
            if batch.isCut { more.append(part.table) }
        }
        remember(node, life: life)
        node.daemon?.items[work.item].hasUnsavedCursors = false
        node.daemon?.items[work.item].currentAsOf = more.isEmpty ? pass.openedAt : nil
        let turn = pass.turn % pass.pending.count
        if more.isEmpty {
            node.daemon?.pass?.pending.remove(at: turn)
            finish(work.item, at: node, isQuiet: false)
        } else {
            node.daemon?.pass?.pending[turn].tables = more
            node.daemon?.pass?.turn = turn + 1
        }
        next(node)
    }

    /// Nothing of an item is left in this snapshot.
    private func finish(_ item: Int, at node: SimulatedNode, isQuiet: Bool) {
        guard let pass = node.daemon?.pass, node.daemon?.items[item].retryAt == nil else { return }
        if isQuiet {
            follow(item, at: node, settled: pass.settled ?? .start)
            node.daemon?.items[item].currentAsOf = pass.openedAt
        }
        guard let desk = node.daemon?.items[item], desk.isRebuilding, let settled = pass.settled,
            desk.cursor >= settled, hasTurned(pass, to: node)
        else { return }
        guard !desk.awaitsOwner || has(.passedOverForGood) else { return readAnew(item, at: node) }
        let removals = has(.horizonIgnored) ? [] : strays(of: desk, at: node, in: pass)
        guard removals.isEmpty else {
            node.daemon?.pass?.comparisons.append(
                CopyWork(item: item, purpose: .compare, parts: [], removals: removals))
            return
        }
        node.daemon?.items[item].isRebuilding = false
        node.store.image.isRebuilding[item] = false
        tell("\(node.mode) has taken item \(item) back")
    }

    /// Rows were passed over on the way. Whether the drift in their places was put right or became this node's own,
    /// they must be met again: this node's own lost write may be among them, and no clock of today need be later than
    /// its.
    private func readAnew(_ item: Int, at node: SimulatedNode) {
        node.daemon?.items[item].awaitsOwner = false
        for table in Catalogue.tables(of: item) { node.daemon?.items[item].windows[table].restart() }
    }

    /// Whether the peer has turned to this node's new life, so that nothing of the former one is on its way any more.
    private func hasTurned(_ pass: CopyPass, to node: SimulatedNode) -> Bool {
        has(.rebuildEndsEarly) || pass.snapshot?.memory?.incarnation == node.store.image.incarnation
    }

    /// Nothing stands above the cursors, so they may follow the settled head.
    private func follow(_ item: Int, at node: SimulatedNode, settled: FeedPosition) {
        for table in Catalogue.tables(of: item) {
            guard let former = node.daemon?.items[item].windows[table], former.applied.isEmpty else { continue }
            node.daemon?.items[item].windows[table].committed(FeedBatch(rows: [], isCut: false), settled: settled)
            if settled > former.cursor { node.daemon?.items[item].hasUnsavedCursors = true }
        }
    }

    /// Rows here that the peer, which had read them, has no more, and whose tombstones it has collected.
    private func strays(of desk: ItemDesk, at node: SimulatedNode, in pass: CopyPass) -> [RowKey] {
        let image = node.store.image
        guard let snapshot = pass.snapshot, image.suspectAbove != nil else { return [] }
        return desk.tables.filter { snapshot.tables[$0].horizon > .start }.flatMap { table in
            image.tables[table].feed.keys.sorted().filter { key in
                guard let entry = image.tables[table].feed[key], snapshot.tables[table].feed[key] == nil,
                    !entry.stamp.isTombstone, !entry.stamp.isDrift
                else { return false }
                if entry.stamp.version.node != node.mode { return true }
                let isSuspect = image.suspectAbove.map { entry.position > $0 } ?? false
                return !isSuspect && entry.position <= image.knownToPeer[table]
            }
            .map { RowKey(table: table, key: $0) }
        }
    }
}
