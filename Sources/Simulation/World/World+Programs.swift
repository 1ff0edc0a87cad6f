import PairLogic
import ReplicaLogic
import Vocabulary

extension World {
    /// How long a statement waits for another program's lock.
    static let lockWaitMax: Duration = .seconds(1)

    /// A program's connection goes on: with its next statement, or the end of its transaction.
    func write(_ node: SimulatedNode, slot: Int, run: Int) {
        guard node.isDatabaseUp, run == node.databaseRun else { return }
        if !node.writers[slot].isOpen {
            guard isStormy else { return }
            beginTransaction(node, slot)
        } else if node.writers[slot].statementsLeft > 0 {
            writeStatement(node, slot)
        } else {
            endTransaction(node, slot)
        }
        let writer = node.writers[slot]
        let pause =
            writer.isOpen
            ? random.milliseconds(writer.waitingSince == nil ? writer.rest : 15...25)
            : random.milliseconds(random.chance(perMille: storm.longRestsPerMille) ? Storm.longRests : storm.rests)
        plan(.write(node.mode, slot: slot, run: run), in: pause)
    }

    private func beginTransaction(_ node: SimulatedNode, _ slot: Int) {
        var writer = SimulatedNode.Writer()
        writer.statementsLeft = 1 + random.below(3)
        writer.isOpen = true
        writer.rollsBack = random.chance(perMille: 120)
        if random.chance(perMille: 60) {
            writer.rest = 300...2_000
        } else if random.chance(perMille: 300) {
            writer.rest = 20...250
        }
        node.writers[slot] = writer
    }

    private func endTransaction(_ node: SimulatedNode, _ slot: Int) {
        let open = node.store.open[slot]
        if node.writers[slot].rollsBack {
            node.store.rollBack(slot)
            counts.rollbacks += 1
        } else {
            noteLateCommit(node, slot)
            node.store.commit(slot)
            counts.commits += 1
            if let open { tell("\(node.mode) commits \(open.words)") }
            noticeCommit(node)
        }
        node.writers[slot] = SimulatedNode.Writer()
    }

    private func noteLateCommit(_ node: SimulatedNode, _ slot: Int) {
        guard let lowest = node.store.open[slot]?.changes.values.compactMap(\.entry?.position).min() else { return }
        if lowest < node.store.image.drawnHead { counts.lateCommits += 1 }
    }

    private func writeStatement(_ node: SimulatedNode, _ slot: Int) {
        let row = node.writers[slot].wanted ?? chooseRow(node)
        node.writers[slot].wanted = row
        let role = Catalogue.role(of: row.table)
        let isFree = node.store.isFree(row, for: slot)
        if isFree {
            node.store.begin(slot, number: UInt64(slot) << 32 | now.nanoseconds / 1_000_000_000)
            node.store.lock(row, by: slot)
        }
        guard isFree, node.store.maySharing(role, for: slot) else { return wait(node, slot) }
        if random.chance(perMille: 15) { return giveUp(node, slot) }
        node.store.share(role, by: slot)
        capture(node, row, role: role, slot: slot)
        node.writers[slot].wanted = nil
        node.writers[slot].waitingSince = nil
        node.writers[slot].statementsLeft -= 1
    }

    private func wait(_ node: SimulatedNode, _ slot: Int) {
        let since = node.writers[slot].waitingSince ?? now
        node.writers[slot].waitingSince = since
        if now - since >= Self.lockWaitMax { giveUp(node, slot) }
    }

    /// A deadlock, or a lock waited for too long: the transaction is rolled back.
    private func giveUp(_ node: SimulatedNode, _ slot: Int) {
        node.store.rollBack(slot)
        node.writers[slot] = SimulatedNode.Writer()
        counts.rollbacks += 1
    }

    /// Programs write where they belong, and now and then where they do not.
    private func chooseRow(_ node: SimulatedNode) -> RowKey {
        for _ in 0..<8 {
            let table = random.below(Catalogue.written.count)
            if let reign = node.store.image.reign(at: Catalogue.role(of: table)), reign.ownership.owner != node.mode,
                !random.chance(perMille: 60)
            {
                continue
            }
            guard let keys = Catalogue.tables[table].keys else { break }
            return RowKey(table: table, key: UInt64(random.below(keys)))
        }
        return newRow(node)
    }

    /// A row whose key carries the node, the life of its feed and a number.
    private func newRow(_ node: SimulatedNode) -> RowKey {
        let serial = node.store.image.serial
        node.store.image.serial += 1
        let life = node.store.image.incarnation.rawValue & 0xFFFF
        return RowKey(
            table: Catalogue.calls, key: UInt64(node.mode.number) << 48 | life << 32 | serial)
    }

    /// What the triggers do: the upsert of the feed, in the words of the generated statement.
    private func capture(_ node: SimulatedNode, _ row: RowKey, role: Int, slot: Int) {
        let former = node.store.current(row, for: slot)
        let isAppend = Catalogue.tables[row.table].keys == nil
        let isDeletion = former.row != nil && !isAppend && random.chance(perMille: 250)
        let parent = former.entry?.write ?? node.store.image.tables[row.table].graves[row.key]
        let write = book.add(WriteBook.Write(node: node.mode, row: row, parent: parent, isDeletion: isDeletion))
        let reign = node.store.image.reign(at: role)
        let version = Version(
            epoch: reign?.ownership.epoch ?? Epoch(rawValue: 1),
            clock: max(
                clock(at: node, after: former.entry), (former.entry?.stamp.version.clock).map { $0 + 1 } ?? 0),
            node: node.mode)
        var seen: UInt64 = 0
        if let stamp = former.entry?.stamp { seen = stamp.version.node == node.mode ? stamp.seen : stamp.version.clock }
        let stamp = RowStamp(
            version: version, seen: seen, isTombstone: isDeletion,
            isDrift: reign.map { isDrift($0, at: node) } ?? false)
        let entry = FeedEntry(
            position: node.store.draw(), stamp: stamp, write: write, ownClock: former.entry?.ownClock ?? 0)
        node.store.change(row, to: .init(row: isDeletion ? nil : write, entry: entry), by: slot)
        node.store.note(write: write, by: slot)
    }

    /// The clock of a write of a node's own: the wall clock, and later than each of its writes that others replaced.
    func clock(at node: SimulatedNode, after former: FeedEntry?) -> UInt64 {
        let wall = UInt64(max(1, node.wall(at: now).rawValue))
        guard let former, former.ownClock > 0, !has(.ownLosersForgotten) else { return wall }
        return max(wall, former.ownClock + 1)
    }
}
