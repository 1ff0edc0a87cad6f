import PairLogic
import ReplicaLogic
import Vocabulary

/// Ownership as the databases keep it: each step may fail, be done and not be answered, or outlive the daemon.
extension World {
    /// How long a change of owner, or a barrier, waits for open writers.
    static let standDownMax: Duration = .seconds(1)

    func begin(_ work: ReignDesk.Work, of scope: Scope, at node: SimulatedNode) {
        let role = Catalogue.role(of: scope)
        guard var desk = node.daemon?.reigns[role], let run = node.daemon?.run else { return }
        if desk.work != nil { violate("\(node.mode) wants two things of its store at once") }
        desk.work = work
        desk.number += 1
        desk.deadline = now + Self.standDownMax
        desk.databaseRun = node.databaseRun
        node.daemon?.reigns[role] = desk
        plan(.reign(node.mode, scope, work: desk.number, run: run), in: random.milliseconds(1...30))
    }

    /// The next step of a work: waiting for writers, or the one moment in which it is done.
    func carryOn(_ node: SimulatedNode, _ scope: Scope, work number: Int, run: Int) {
        let role = Catalogue.role(of: scope)
        guard let daemon = node.daemon, daemon.run == run, daemon.reigns[role].number == number,
            let work = daemon.reigns[role].work
        else { return }
        let isSameRun = daemon.reigns[role].databaseRun == node.databaseRun
        guard node.isDatabaseUp, daemon.settling != nil, isSameRun else {
            return end(work, role, failing: "the database was away", at: node)
        }
        let isShared = awaitsWriters(work, at: node, role) && node.store.isShared(role)
        guard !isShared else {
            guard let deadline = daemon.reigns[role].deadline, now < deadline else {
                return end(work, role, failing: "a transaction is open for too long", at: node)
            }
            node.store.exclusiveWaiters.insert(role)
            return plan(.reign(node.mode, scope, work: number, run: run), in: .milliseconds(10))
        }
        switch isStormy ? random.below(100) : 100 {
        case ..<3: end(work, role, failing: "the connection broke before", at: node)
        case ..<6:
            _ = done(work, at: node, role)
            end(work, role, failing: "the connection broke after", at: node)
        default: end(work, role, with: done(work, at: node, role), at: node)
        }
    }

    /// The daemon dies. What its store was told may be done all the same, though nobody hears of it.
    func leaveBehind(_ node: SimulatedNode) {
        guard let daemon = node.daemon, node.isDatabaseUp else { return }
        for (role, desk) in daemon.reigns.enumerated() {
            guard let work = desk.work, random.chance(perMille: 500) else { continue }
            if awaitsWriters(work, at: node, role), node.store.isShared(role) { continue }
            _ = done(work, at: node, role)
        }
    }

    /// A barrier is held up by a connection, which may break unnoticed.
    func loseBarriers(_ node: SimulatedNode) {
        guard !node.store.barriers.isEmpty else { return }
        node.store.barriers = []
        tell("\(node.mode)'s barrier falls: its connection broke")
    }

    private func awaitsWriters(_ work: ReignDesk.Work, at node: SimulatedNode, _ role: Int) -> Bool {
        switch work {
        case .load: false
        // What was begun behind it without ownership must have ended, or it would stay so for ever.
        case .lower: !barrierHoldsWriters
        case .raise: !has(.barrierNotAwaited)
        case .store(let record): record.ownership != node.store.image.reigns[role].ownership
        }
    }

    private func end(_ work: ReignDesk.Work, _ role: Int, failing words: String, at node: SimulatedNode) {
        let input: ReignInput =
            switch work {
            case .load: .loadFailed(words)
            case .store: .storeFailed(words)
            case .raise: .barrierRefused(words)
            case .lower: .barrierStuck(words)
            }
        end(work, role, with: input, at: node)
    }

    private func end(_ work: ReignDesk.Work, _ role: Int, with input: ReignInput, at node: SimulatedNode) {
        node.store.exclusiveWaiters.remove(role)
        guard let scope = node.daemon?.reigns[role].machine.scope else { return }
        node.daemon?.reigns[role].work = nil
        take(input, of: scope, at: node)
    }

    /// Does it, in one moment, and gives the answer.
    private func done(_ work: ReignDesk.Work, at node: SimulatedNode, _ role: Int) -> ReignInput {
        let stored = node.store.image.reigns[role]
        switch work {
        case .load:
            return .loaded(stored)
        case .store(let wanted):
            return put(wanted, at: node, role)
        case .raise(let reign):
            guard stored.ownership == reign else { return .barrierRefused("another reign is stored") }
            node.store.image.reigns[role] = ReignRecord(reign, .closed)
            if barrierHoldsWriters, !has(.barrierLetsWritersIn) { node.store.barriers.insert(role) }
            return .barrierRaised(end: feedEnd(of: reign.scope, at: node))
        case .lower(let reign):
            guard stored.ownership == reign else { return .barrierStuck("another reign is stored") }
            node.store.image.reigns[role] = ReignRecord(reign)
            node.store.barriers.remove(role)
            makeOwn(reign, at: node)
            return .barrierLowered
        }
    }

    /// Where the scope's own writes end; behind the barrier nothing can be added to them.
    private func feedEnd(of scope: Scope, at node: SimulatedNode) -> FeedMark {
        let image = node.store.image
        let positions = Catalogue.tables.indices.filter { Catalogue.role(of: $0) == Catalogue.role(of: scope) }
            .flatMap { image.tables[$0].feed.values.filter { $0.stamp.version.node == node.mode && !$0.stamp.isDrift } }
            .map(\.position)
        return FeedMark(incarnation: image.incarnation, head: positions.max() ?? .start)
    }

    /// Stores a record, unless a higher reign is there.
    private func put(_ asked: ReignRecord, at node: SimulatedNode, _ role: Int) -> ReignInput {
        let former = node.store.image.reigns[role]
        let wanted = has(.parityIgnored) ? countedOn(asked, from: former, by: node) : asked
        // The gate must have been closed from the barrier on, or something was written that the peer does not have.
        if wanted.phase == .released, barrierHoldsWriters, !node.store.barriers.contains(role),
            !has(.fallenBarrierIgnored)
        {
            return .storeFailed("the barrier has fallen")
        }
        let stored = former.storing(wanted)
        node.store.image.reigns[role] = stored
        node.store.barriers.remove(role)
        guard stored != former else { return .stored(stored) }
        noteStored(former, stored, at: node)
        if stored.ownership.owner == node.mode, !has(.driftSurvivesTakeover) { makeOwn(stored.ownership, at: node) }
        return .stored(stored)
    }

    private func countedOn(_ wanted: ReignRecord, from former: ReignRecord, by node: SimulatedNode) -> ReignRecord {
        guard wanted.ownership.owner == node.mode, wanted.ownership.epoch.minter == node.mode else { return wanted }
        let epoch = Epoch(rawValue: former.ownership.epoch.rawValue + 1)
        return ReignRecord(Ownership(scope: wanted.ownership.scope, owner: node.mode, epoch: epoch), wanted.phase)
    }

    private func noteStored(_ former: ReignRecord, _ stored: ReignRecord, at node: SimulatedNode) {
        let (reign, scope) = (stored.ownership, stored.ownership.scope)
        tell("\(node.mode) stores \(reign.owner) as owner of \(scope.rawValue) at \(reign.epoch.rawValue)")
        if let words = reignBook.fault(storing: stored, over: former, by: node.mode) { violate(words) }
        guard stored.phase == .released, let missing = missingAtHome(of: scope, from: node) else { return }
        violate("\(node.mode) released \(scope.rawValue), and \(node.mode.peer) has not \(missing)")
    }

    /// A row of the scope that its home has not got in the moment of the commit point.
    private func missingAtHome(of scope: Scope, from node: SimulatedNode) -> RowKey? {
        let home = peer(of: node)
        // A home whose disk was put back just after it answered is behind whatever anybody does.
        // An owner whose disk was put back unnoticed is behind what the home has read: its new life will tell.
        guard !node.isPutBack else { return nil }
        guard home.isHostUp, home.store.image.suspectAbove == nil, home.store.image.gaps.isEmpty else { return nil }
        for table in Catalogue.tables.indices where Catalogue.role(of: table) == Catalogue.role(of: scope) {
            let feed = node.store.image.tables[table].feed
            for key in feed.keys.sorted() {
                guard let entry = feed[key], entry.stamp.version.node == node.mode, !entry.stamp.isDrift else {
                    continue
                }
                if home.store.image.tables[table].graves[key] == entry.write { continue }
                let local = home.store.image.tables[table].feed[key]
                switch RowVerdict.judging(incoming: entry.stamp, local: local?.stamp) {
                case .ignored, .replaceDrift, .conflict(.local, _): continue
                case .apply where entry.stamp.isTombstone && local == nil: continue
                case .apply, .conflict: return RowKey(table: table, key: key)
                }
            }
        }
        return nil
    }

    /// Whether what a program writes under this record counts as written without ownership.
    func isDrift(_ record: ReignRecord, at node: SimulatedNode) -> Bool {
        if record.ownership.owner != node.mode { return true }
        return record.phase == .closed && !barrierHoldsWriters && !has(.barrierLetsWritersIn)
    }

    /// What was written here without ownership is now what the pair has: it ships as this reign's.
    private func makeOwn(_ ownership: Ownership, at node: SimulatedNode) {
        for table in Catalogue.tables.indices where Catalogue.role(of: table) == Catalogue.role(of: ownership.scope) {
            let drift = node.store.image.tables[table].feed.filter { $0.value.stamp.isDrift }
            for (key, entry) in drift.sorted(by: { $0.key < $1.key }) {
                var entry = entry
                entry.position = node.store.draw()
                entry.stamp = entry.stamp.claimed(since: ownership.epoch, at: clock(at: node, after: entry))
                node.store.image.put(entry, at: RowKey(table: table, key: key))
            }
        }
    }
}
