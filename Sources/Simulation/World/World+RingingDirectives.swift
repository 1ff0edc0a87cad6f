import HotelLogic
import PairLogic
import ReplicaLogic
import Vocabulary

/// What follows from what the machines that ring conclude.
extension World {
    func carryOut(_ directive: RingingDirective, at node: SimulatedNode) {
        switch directive {
        case .store(let batch, let events): keep(events, batch: batch, at: node)
        case .send(let message):
            let isSent = send(.ringing(message), from: node)
            tell("\(node.mode) says: \(message.words)\(isSent ? "" : ", to nobody")")
        case .ring(let call): ring(call, at: node)
        case .hangUp(let attempt, let number): hangUp(attempt, except: number, at: node)
        case .tellDesk(let news, let count): tellDesk(news, count, at: node)
        case .standChanged: standChanged(node)
        }
    }

    private func tellDesk(_ news: DeskNews, _ count: Int, at node: SimulatedNode) {
        guard case .missed(let occurrence, let room, _, let reason) = news else { return }
        if count == 1 { checkAlarm(occurrence, in: room) }
        rings.told.insert(occurrence)
        counts.missed += count == 1 ? 1 : 0
        tell("\(node.mode) tells the desk that nobody was woken in \(room) by \(occurrence): \(reason.rawValue)")
        guard random.chance(perMille: 300) else { return }
        tellRinging(node) { $0.deskConfirmed(occurrence, by: Author(.desk, "Anna"), at: $1, wall: $2) }
    }

    /// The stand goes out early, with the next heartbeat that may be sent.
    private func standChanged(_ node: SimulatedNode) {
        guard let daemon = node.daemon, !daemon.isStandMoved else { return }
        tell("\(node.mode) stands: \(daemon.ringing?.machine.stand.words ?? "")")
        daemon.isStandMoved = true
        plan(.standMoved(node.mode, run: daemon.run), in: .milliseconds(20))
    }

    func standMoved(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run else { return }
        daemon.isStandMoved = false
        send(from: node)
    }

    // MARK: Keeping lines

    /// The connection that keeps lines.
    static let ledgerConnection = 300

    private func keep(_ events: [WakeUpEvent], batch: UInt64, at node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        noteClaims(events, at: node)
        daemon.ringing?.unkept.append(RingingDesk.Waiting(batch: batch, events: events))
        if has(.claimNotAwaited) { tellRinging(node) { $0.stored(batch, at: $1, wall: $2) } }
        beginKeeping(node)
    }

    func beginKeeping(_ node: SimulatedNode) {
        guard let daemon = node.daemon, !daemon.isKeeping, daemon.ringing?.unkept.isEmpty == false else { return }
        daemon.isKeeping = true
        plan(.keeping(node.mode, run: daemon.run), in: .microseconds(500))
    }

    /// Lines are written, or the transaction that wrote them ends.
    func goOnKeeping(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run, let desk = daemon.ringing else { return }
        let isStalled = now < node.stalledUntil
        guard node.isDatabaseUp, daemon.settling != nil, !isStalled else {
            // What was written may be gone with the database; what was not answered is offered again.
            if node.store.open[Self.ledgerConnection] == nil { daemon.ringing?.offered = 0 }
            return plan(.keeping(node.mode, run: run), in: .milliseconds(100))
        }
        guard desk.offered > 0, node.store.open[Self.ledgerConnection] != nil else {
            daemon.ringing?.offered = desk.unkept.count
            write(desk.unkeptEvents, by: Self.ledgerConnection, at: node)
            return plan(.keeping(node.mode, run: run), in: random.milliseconds(1...15))
        }
        node.store.commit(Self.ledgerConnection)
        daemon.isKeeping = false
        let kept = desk.unkept.prefix(desk.offered)
        daemon.ringing?.unkept.removeFirst(desk.offered)
        daemon.ringing?.offered = 0
        noticeCommit(node)
        if kept.contains(where: { $0.events.contains(where: \.isClaim) }) { takeArrivals(node) }
        if let batch = kept.last?.batch { tellRinging(node) { $0.stored(batch, at: $1, wall: $2) } }
        beginKeeping(node)
    }

    /// Adds lines to the ledger in an open transaction.
    func write(_ events: [WakeUpEvent], by connection: Int, at node: SimulatedNode) {
        let role = Catalogue.role(of: Catalogue.lines)
        node.store.begin(connection, number: UInt64(connection) << 32 | now.nanoseconds / 1_000_000_000)
        node.store.share(role, by: connection)
        for event in events {
            let row = RowKey(table: Catalogue.lines, key: lineKey(at: node))
            let write = book.add(WriteBook.Write(node: node.mode, row: row, parent: nil, isDeletion: false))
            rings.wrote(event, as: write)
            let version = Version(epoch: Epoch(rawValue: 1), clock: clock(at: node, after: nil), node: node.mode)
            let stamp = RowStamp(version: version, seen: 0)
            let entry = FeedEntry(position: node.store.draw(), stamp: stamp, write: write)
            node.store.change(row, to: .init(row: write, entry: entry), by: connection)
            node.store.note(write: write, by: connection)
        }
    }

    /// A key carries the node and a number of the feed's own sequence, which goes on beyond whatever was lost.
    private func lineKey(at node: SimulatedNode) -> UInt64 {
        guard has(.linesCountedOn) else { return UInt64(node.mode.number) << 60 | node.store.draw().rawValue }
        let life = node.store.image.incarnation.rawValue & 0xFFFF
        let first = UInt64(node.mode.number) << 60 | life << 32
        let open = node.store.open.values.flatMap { $0.changes.keys }.filter { $0.table == Catalogue.lines }.map(\.key)
        let keys = node.store.image.tables[Catalogue.lines].rows.keys.filter { $0 >> 32 == first >> 32 } + open
        return (keys.max() ?? first) + 1
    }
}
