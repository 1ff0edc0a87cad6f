import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension CopyDesk {
    /// The most rows healed of one table in one pass.
    static let driftMax = 500

    /// Repairs that were asked for by the peer or by this node's own doubts: the peer's rows are right.
    mutating func carryOutRequests() async {
        let wanted = board.change { content -> Set<ItemName> in
            defer { content.repairs = [] }
            return content.repairs
        }
        for name in wanted.sorted() {
            guard let item = items[name] else { continue }
            stand(name, .repairing)
            let comparison = Comparison(
                peer: service.peer, store: service.store, item: item.definition, theirs: theirs,
                incarnation: incarnation ?? .unknown, chunkRows: service.settings.compareRows,
                repairing: item.record.isEstablished ? .repair : .firstContact, clock: service.clock)
            var last: ProgressReport?
            while let report = await comparison.next() { last = report }
            board.record(
                .item, "item \(name) was repaired from the peer",
                ["\(last?.rowsRepaired ?? 0) rows replaced", last?.words ?? ""], at: service.clock.wallTime())
            items[name]?.record.isEstablished = true
            await save(name)
            stand(name, .starting)
        }
    }

    /// Puts rows right that this node wrote without owning their scope: the owner's rows replace them.
    mutating func healDrift() async throws(FeedFailure) {
        guard let incarnation else { return }
        let scopes = board.read { $0.scopes }
        for ours in try await service.store.tables() {
            guard let item = items[ours.item], case .owned(let scope) = item.definition.rule,
                scopes.first(where: { $0.scope == scope })?.owner == board.mode.peer,
                let their = theirs[ours.table]
            else { continue }
            let keys = try await service.store.driftKeys(of: ours, limit: Self.driftMax)
            guard !keys.isEmpty else { continue }
            let rows = try await service.peer.rows(of: their, keys: keys)
            let work = ApplyWork(
                item: ours.item, incarnation: incarnation, judgement: .peerIsRight(.drift),
                tables: [ApplyWork.Table(theirs: their.shape, rows: rows, cursor: nil)])
            guard await apply(work, of: ours.item) else { continue }
            let found = Set(rows.map(\.key))
            let strays = keys.filter { !found.contains($0) }
            if !strays.isEmpty { _ = try? await service.store.remove(keys: strays, of: ours, reason: .drift) }
            board.record(
                .item, "\(keys.count) rows of \(ours.table) were put back to what the owner has",
                ["they were written here, where scope \(scope.rawValue) is not owned", "they are in the ledger as drift"],
                at: service.clock.wallTime())
        }
    }
}
