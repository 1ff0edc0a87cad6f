import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension CopyDesk {
    /// Whether an item may be copied now; says on the board why not.
    mutating func isReady(_ name: ItemName) async throws(FeedFailure) -> Bool {
        guard let item = items[name] else { return false }
        let now = service.clock.now()
        if let retryAt = item.retryAt {
            guard now >= retryAt else { return false }
            items[name]?.retryAt = nil
            if item.record.quarantine != nil {
                items[name]?.record.quarantine = nil
                await save(name)
            }
        }
        let shipped = theirs
        if let missing = item.definition.tables.first(where: { shipped[$0.name] == nil }) {
            stand(name, .notShipped("the peer does not ship \(missing.name) yet; on the peer: comxfailover coverage"))
            return false
        }
        guard isSpaceLeft else {
            stand(
                name, .held("too little disk space is left for this node's database; free some, it goes on by itself"))
            return false
        }
        guard try await hasMet(name) else { return false }
        return try await isWithinHorizon(name)
    }

    /// Whether this node's database has room for more; told on the board.
    func hasSpace() -> Bool {
        guard let folder = service.settings.databaseFolder else { return true }
        guard let reading = try? service.space.space(at: folder) else { return true }
        let isEnough = reading.available >= service.settings.freeSpaceFloor
        board.warn("space", isEnough ? nil : "only \(reading.available >> 20) MB are free at \(folder)")
        return isEnough
    }

    /// Data on both sides that differs is an operator's question, once; what was answered is remembered.
    private mutating func hasMet(_ name: ItemName) async throws(FeedFailure) -> Bool {
        guard let item = items[name], !item.record.isEstablished else { return true }
        let now = service.clock.now()
        if let judgeAt = item.judgeAt, now < judgeAt { return false }
        let later = now + service.settings.catalogueInterval
        items[name]?.judgeAt = later
        if let bare = try await firstUncaptured(item) {
            stand(name, .notShipped("\(bare) is not captured on this node yet; comxfailover coverage"))
            return false
        }
        guard try await isHarmless(item) else {
            stand(name, .firstContact)
            return false
        }
        items[name]?.record.isEstablished = true
        await save(name)
        return true
    }

    /// A table of the item that has no feed here: what stands in it cannot be judged.
    private func firstUncaptured(_ item: ItemCopy) async throws(FeedFailure) -> TableName? {
        let captured = Set(try await service.store.tables().map(\.table))
        return item.definition.tables.map(\.name).first { !captured.contains($0) }
    }

    private func isHarmless(_ item: ItemCopy) async throws(FeedFailure) -> Bool {
        switch item.definition.rule {
        case .appendOnly, .newestWins: return true
        case .owned(let scope):
            // The owner takes nothing from a node that does not own: what stands there is that node's question.
            guard board.read({ $0.scopes.first { $0.scope == scope }?.owner }) == board.mode.peer else { return true }
        }
        let ours = Dictionary(try await service.store.tables().map { ($0.table, $0) }) { first, _ in first }
        for table in item.definition.tables {
            guard let our = ours[table.name], let their = theirs[table.name] else { continue }
            guard try await service.store.ownRows(of: our).own > 0 else { continue }
            let columns = ColumnPlan(theirs: their.shape, ours: our.shape).shared.map {
                our.shape.columns[$0.ours].name
            }
            let everything = KeyRange(lower: nil, upper: nil)
            let here = try await service.store.digest(of: our, columns: columns, in: everything)
            let there = try await service.peer.digest(of: their, columns: columns, in: everything)
            guard here == there else { return false }
        }
        return true
    }
}
