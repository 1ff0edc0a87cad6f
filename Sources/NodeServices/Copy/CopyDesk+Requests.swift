import Logging
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
        var postponed: Set<ItemName> = []
        for name in wanted.sorted() where await !repair(name) { postponed.insert(name) }
        if !postponed.isEmpty {
            board.change { content in
                content.repairs.formUnion(content.items.filter { $0.isEnabled }.map(\.name).filter(postponed.contains))
            }
        }
        for name in board.change({ content in
            defer { content.arrivals = [] }
            return content.arrivals
        }) {
            items[name]?.hasArrivals = true
            tellArrivals(of: name)
        }
    }

    /// Takes the peer's rows of an item; false where that could not be done to the end and is to be tried again.
    private mutating func repair(_ name: ItemName) async -> Bool {
        // An item that was just added may not be known here, or not be shipped there, for some seconds.
        guard let item = items[name], item.definition.tables.allSatisfy({ theirs[$0.name] != nil }) else {
            repairWaits(name, "its tables cannot be read yet")
            return false
        }
        guard isOwnerAware(of: item.definition) else {
            repairWaits(name, "the peer has not heard yet that it owns them")
            return false
        }
        stand(name, .repairing)
        repairBegan(name)
        let comparison = Comparison(
            peer: service.peer, store: service.store, item: item.definition, theirs: theirs,
            incarnation: incarnation ?? .unknown, chunkRows: service.settings.compareRows,
            repairing: item.record.isEstablished ? .repair : .firstContact, clock: service.clock)
        var last: ProgressReport?
        while let report = await comparison.next() {
            last = report
            // It is finished once the books say so, too.
            if report.phase != "done" { repairHeard(name, report) }
        }
        guard let last, last.phase == "done" else {
            // It may have been this node's own database that broke it off.
            hasLostBooks = true
            stand(name, .held("taking the peer's rows is tried again: \(last?.words ?? "it was broken off")"))
            return false
        }
        board.record(
            .item, "item \(name) was repaired from the peer", ["\(last.rowsRepaired) rows replaced", last.words ?? ""],
            at: service.clock.wallTime())
        items[name]?.record.isEstablished = true
        items[name]?.hasArrivals = last.rowsRepaired > 0
        await save(name)
        for table in item.definition.tables {
            do {
                try await service.source.endMending(table.name)
            } catch {
                // The mark stays, and the item is compared once more.
                service.logger.debug("\(table.name) stays marked: \(error.words)")
            }
        }
        stand(name, .starting)
        repairHeard(name, last)
        tellArrivals(of: name)
        return true
    }

    /// Rows of an item have come: its command is asked for, and a new catalogue is followed at once.
    mutating func tellArrivals(of name: ItemName) {
        guard let item = items[name], item.hasArrivals else { return }
        items[name]?.hasArrivals = false
        service.arrivals.arrived(item.definition)
        guard name == Self.catalogue else { return }
        refreshSoon()
        board.sourceWanted.ring()
        board.copyWanted.ring()
    }

    private static let catalogue = ItemName(literal: "catalogue")

    /// Puts rows right that this node wrote without owning their scope: the owner's rows replace them.
    ///
    /// Only items that are current are looked at, or wait for it: before that the owner's rows arrive by themselves.
    /// And the owner must know that it is one, and have taken what this node wrote before.
    mutating func healDriftIfDue() async throws(FeedFailure) {
        let isDue = pace.strikes(.healing, every: service.settings.cursorInterval, at: service.clock.now())
        guard incarnation != nil, isDue else { return }
        let marked = try await service.store.beginHealing()
        guard !marked.isEmpty else { return }
        for ours in try await service.store.tables() where marked.contains(ours.number) && !hasLostBooks {
            let isDone = try await heal(ours)
            try await service.store.endHealing(of: ours, isDone: isDone)
        }
    }

    /// Whether nothing is left to heal in a table.
    private mutating func heal(_ ours: FeedTable) async throws(FeedFailure) -> Bool {
        guard let item = items[ours.item], item.record.isEstablished, let their = theirs[ours.table],
            case .owned(let scope) = item.definition.rule, isPeerOwner(of: scope), isOwnerAware(of: item.definition),
            isCurrent(ours.item) || item.waitsForHealing
        else { return false }
        let drift = try await service.store.drift(of: ours, limit: Self.driftMax)
        guard !drift.isEmpty else { return true }
        guard try await hasPeerTaken(upTo: drift.last, of: ours.table) else { return false }
        let portion = try await service.peer.portion(of: their, keys: drift.keys)
        let asked = drift.only(Set(drift.keys).subtracting(portion.rest))
        let rows = portion.rows
        guard await removeStrays(asked, beside: rows, of: ours) else { return false }
        let work = ApplyWork(
            item: ours.item, incarnation: incarnation ?? .unknown, judgement: .peerIsRight(.drift),
            suspectAbove: board.read { $0.feed.life?.suspectAbove },
            tables: [ApplyWork.Table(theirs: their.shape, rows: rows, cursor: nil, found: asked)])
        guard await apply(work, of: ours.item) else {
            // What was removed on the way is found missing by comparing.
            board.change { _ = $0.repairs.insert(ours.item) }
            return false
        }
        tellArrivals(of: ours.item)
        board.record(
            .item, "\(asked.count) rows of \(ours.table) were put back to what the owner has",
            ["they were written here, where scope \(scope.rawValue) is not owned", "they are in the ledger as drift"],
            at: service.clock.wallTime(), as: EventSort(.drift, .warning, about: "\(ours.table)"))
        let isDone = asked.count == drift.count && asked.count < Self.driftMax
        if !isDone { board.copyWanted.ring() }
        return isDone
    }

    /// Removes drift that the owner does not have, before its rows are written: one of them may stand under another
    /// spelling of the same key.
    private func removeStrays(_ drift: FoundRows, beside rows: [FeedRow], of ours: FeedTable) async -> Bool {
        let strays = drift.only(Set(drift.keys).subtracting(rows.map(\.key)))
        guard !strays.isEmpty else { return true }
        do {
            _ = try await service.store.remove(strays, of: ours, reason: .drift)
            return true
        } catch {
            service.logger.warning("strays of \(ours.table) could not be removed: \(error)")
            return false
        }
    }

    private func isPeerOwner(of scope: Scope) -> Bool {
        board.read { $0.scopes.first { $0.scope == scope }?.owner } == board.mode.peer
    }

    /// Whether the peer knows itself that it owns an item that this node counts as the peer's. After a release that it
    /// has not received it acts as before, and its rows lack what was written here since.
    private func isOwnerAware(of item: ItemDefinition) -> Bool {
        guard case .owned(let scope) = item.rule else { return true }
        return board.read { content in
            guard let stored = content.scopes.first(where: { $0.scope == scope }), stored.owner == board.mode.peer
            else { return true }
            guard let facts = content.peer?.facts else { return false }
            let told = scope == .configuration ? facts.configuration : facts.guest
            return told.owner == board.mode.peer && told.epoch >= stored.epoch
        }
    }

    /// Whether the owner has durably read this node's table so far: what this node wrote in its own reign, and the
    /// owner is still taking over, is not put back to what was before.
    ///
    /// A node that takes back what it lost is not read, and has nothing to be waited for.
    private func hasPeerTaken(upTo position: FeedPosition, of table: TableName) async throws(FeedFailure) -> Bool {
        guard let life = board.read({ $0.feed.life }) else { return false }
        guard life.suspectAbove == nil else { return true }
        guard let read = try await service.peer.cursors()[table] else { return false }
        return read.incarnation == life.memory.incarnation && read.head >= position
    }

    private func isCurrent(_ name: ItemName) -> Bool { board.read { $0.standings[name]?.state } == .current }
}
