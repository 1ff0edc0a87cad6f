import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// A reader that was away for longer than the peer keeps deletions.
extension CopyDesk {
    /// A cursor older than a tombstone that the peer has collected may have missed a deletion: the peer's rows are
    /// taken where the peer owns them. Elsewhere the rows that the pair has deleted are looked for; after a restore
    /// only once everything is taken back, and before the peer reads this node again.
    mutating func isWithinHorizon(_ name: ItemName) async throws(FeedFailure) -> Bool {
        guard let item = items[name], !item.isHorizonMet else { return true }
        let behind = item.definition.tables.filter { table in
            let cursor = item.windows[table.name]?.cursor ?? .start
            return theirs[table.name].map { $0.horizon > cursor } ?? false
        }
        items[name]?.isHorizonMet = true
        guard !behind.isEmpty, try await holdsRows(behind.map(\.name)) else { return true }
        guard case .owned(let scope) = item.definition.rule,
            board.read({ $0.scopes.first { $0.scope == scope }?.owner }) == board.mode.peer
        else {
            items[name]?.isBehindHorizon = true
            return item.record.isRebuilding ? true : await removeStraysIfBehind(name)
        }
        board.record(
            .item, "item \(name) is compared with its owner", [Self.collected], at: service.clock.wallTime())
        board.change { _ = $0.repairs.insert(name) }
        board.copyWanted.ring()
        return false
    }

    private static let collected = "the peer has collected tombstones beyond this node's cursor"

    private func holdsRows(_ tables: [TableName]) async throws(FeedFailure) -> Bool {
        for ours in try await service.store.tables() where tables.contains(ours.table) {
            if try await service.store.ownRows(of: ours).all > 0 { return true }
        }
        return false
    }

    /// Removes the rows that the pair has deleted; false where that could not be done and is tried again.
    mutating func removeStraysIfBehind(_ name: ItemName) async -> Bool {
        guard let item = items[name], item.isBehindHorizon else { return true }
        guard reach?.isRestoring != true else {
            // Two nodes that were both put back cannot tell a deleted row from one that the other has lost.
            let words =
                "item \(name) was away for longer than deletions are kept: comxfailover replication compare \(name)"
            board.warn("horizon \(name)", words)
            board.record(
                .item, words, [Self.collected, "both nodes were restored"], at: service.clock.wallTime(),
                as: EventSort(.restore, .alert, about: "\(name)"))
            items[name]?.isBehindHorizon = false
            return true
        }
        stand(name, .repairing)
        do {
            let removed = try await removeStrays(of: item)
            items[name]?.isBehindHorizon = false
            items[name]?.hasArrivals = item.hasArrivals || removed > 0
            board.warn("horizon \(name)", nil)
            board.record(
                .item, "item \(name): \(removed) rows that were deleted while this node was away are removed",
                [Self.collected, "they are in the ledger"], at: service.clock.wallTime())
            return true
        } catch {
            // It may have been this node's own database that broke it off.
            hasLostBooks = true
            let later = service.clock.now() + service.settings.catalogueInterval
            items[name]?.retryAt = later
            stand(name, .held("rows that were deleted meanwhile are looked for again: \(error)"))
            return false
        }
    }

    private func removeStrays(of item: ItemCopy) async throws -> UInt64 {
        let life = board.read { $0.feed.life }
        let lives = Set([life?.memory.incarnation, life?.superseded].compactMap(\.self) + (life?.formerLives ?? []))
        // Looked at first: what the peer comes to read meanwhile counts as unread, and stays.
        let cursors = try await service.peer.cursors().filter { lives.contains($0.value.incarnation) }
        let search = StraySearch(
            peer: service.peer, store: service.store, chunkRows: service.settings.compareRows, mode: board.mode,
            suspectAbove: life?.suspectAbove)
        var removed: UInt64 = 0
        for ours in try await service.store.tables() {
            guard let their = theirs[ours.table], item.definition.tables.contains(where: { $0.name == ours.table }),
                their.horizon > .start
            else { continue }
            removed += try await search.removeStrays(
                of: ours, beside: their, readByPeer: cursors[ours.table]?.head ?? .start)
        }
        return removed
    }
}
