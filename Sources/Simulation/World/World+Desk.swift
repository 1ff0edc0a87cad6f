import HotelLogic
import PairLogic
import ReplicaLogic
import Vocabulary

/// The front desk: wake-ups are set, changed, cancelled and moved, and whoever asks is told where that is safe.
extension World {
    /// The connection of the desk.
    static let deskConnection = 400
    /// How long whoever asks is kept waiting for the word that it is safe on both nodes.
    static let promiseMax: Duration = .seconds(2)

    /// Somebody asks for something at the desk of one of the nodes.
    func request() {
        guard isStormy else { return }
        if let requests = storm.requests { plan(.request, in: random.milliseconds(requests)) }
        let node = node(random.chance(perMille: 600) ? .secondary : .primary)
        guard let daemon = node.daemon, daemon.ringing != nil, !isFrozen(node), !daemon.isDeskBusy,
            node.isDatabaseUp, daemon.settling != nil, mayWriteWakeUps(node, daemon)
        else { return }
        // What stands is what the database says: a daemon may know of more than one that was put back.
        let events = decide(with: wakeUps(on: node), at: node)
        guard !events.isEmpty else { return }
        daemon.isDeskBusy = true
        write(events, by: Self.deskConnection, at: node)
        node.store.share(Catalogue.role(of: .guest), by: Self.deskConnection)
        plan(
            .deskCommit(node.mode, run: daemon.run, database: node.databaseRun, events), in: random.milliseconds(1...20)
        )
    }

    /// The owner alone; or, where the house wants it so, a node that does not hear the owner.
    private func mayWriteWakeUps(_ node: SimulatedNode, _ daemon: Daemon) -> Bool {
        let role = Catalogue.role(of: .guest)
        guard node.store.maySharing(role, for: Self.deskConnection) else { return false }
        if node.store.image.reigns[role].ownership.owner == node.mode { return true }
        guard acceptsWithoutOwner, case .unheard = daemon.machine.presence else { return false }
        return true
    }

    private func decide(with wakeUps: WakeUpBook, at node: SimulatedNode) -> [WakeUpEvent] {
        let wall = node.wall(at: now)
        let desk = WakeUpDesk(
            node: node.mode, epoch: node.store.image.reigns[Catalogue.role(of: .guest)].ownership.epoch,
            zone: hotel.zone, house: hotel.house, book: wakeUps, nextNumber: nextNumber(at: node))
        let author = Author(.desk)
        let active = wakeUps.active
        let chosen = active.isEmpty ? nil : active[random.below(active.count)]
        let soon = hotel.zone.localTime(
            at: WallTime(microseconds: wall.rawValue + Int64(2_000_000 + random.below(14_000_000)))
        ).time
        switch random.below(100) {
        case ..<12:
            guard let chosen else { break }
            return (try? desk.decide(.cancel(chosen.id), by: author, at: wall))?.events ?? []
        case ..<22:
            guard let chosen else { break }
            return (try? desk.decide(.change(chosen.id, time: soon, days: nil), by: author, at: wall))?.events ?? []
        case ..<32:
            guard let room = chosen?.place?.room else { break }
            let movement = StayMovement.moved(
                StayID(node: .secondary, number: 1), from: room, to: anyRoom(), leavesRoomEmpty: true)
            return desk.follow(movement, by: author, at: wall)
        default: break
        }
        let rooms = random.chance(perMille: 100) ? Array(hotel.rooms.prefix(6)) : [anyRoom()]
        let days: WakeUpDays = random.chance(perMille: 150) ? .daily() : .next
        let request = WakeUpRequest.set(rooms, WakeUpWish(at: [soon], days))
        return (try? desk.decide(request, by: author, at: wall))?.events ?? []
    }

    private func anyRoom() -> RoomNumber { hotel.rooms[random.below(hotel.rooms.count)] }

    /// The first number that was given to no wake-up. While it is not known whether this database was put back, numbers
    /// jump: what was lost with it may have had the next ones.
    private func nextNumber(at node: SimulatedNode) -> UInt64 {
        let image = node.store.image
        let own =
            image.tables[Catalogue.lines].rows.values.compactMap { rings.lines[$0]?.wakeUp }
            .filter { $0.node == node.mode }.map(\.number).max() ?? 0
        guard !image.gaps.isEmpty || image.suspectAbove != nil, !has(.numbersCountedOn) else { return own + 1 }
        return own + 1 + UInt64(random.below(1_000_000_000)) * 1_000
    }

    func deskCommits(_ events: [WakeUpEvent], at node: SimulatedNode, run: Int, database: Int) {
        guard let daemon = node.daemon, daemon.run == run else { return }
        daemon.isDeskBusy = false
        guard node.isDatabaseUp, node.databaseRun == database,
            let open = node.store.open[Self.deskConnection]
        else { return }
        node.store.commit(Self.deskConnection)
        counts.wakeUpEdits += events.count
        for event in events {
            rings.edited(event, by: node.mode, at: now)
            tell("\(node.mode)'s desk: \(event.wakeUp) in \(event.room): \(event.words)")
        }
        noticeCommit(node)
        for (row, change) in open.changes.sorted(by: { $0.key < $1.key }) {
            guard let write = change.row, let position = change.entry?.position else { continue }
            rings.asked.append(
                RingBook.Promise(
                    write: write, row: row, node: node.mode, run: run, askedAt: now,
                    life: node.store.image.incarnation, timesReached: daemon.timesReached, position: position))
        }
        tellRinging(node) { $0.learned(events, at: $1, wall: $2) }
    }

    /// Whoever asked is told that it is safe on both nodes, or, after a while, that it is kept here only.
    func keepPromises(_ node: SimulatedNode) {
        guard let daemon = node.daemon, !rings.asked.isEmpty else { return }
        let safe = rings.asked.filter { $0.isOf(node.mode, daemon.run) && isSafe($0, node, daemon) }
        rings.safe += safe.map { ($0.write, $0.row) }
        for promise in safe where !peer(of: node).everHeld.contains(promise.write) {
            violate("\(promise.row) is called safe on both nodes, and \(node.mode.peer) never had it")
        }
        counts.safePromises += safe.count
        let answered = Set(safe.map(\.write))
        rings.asked.removeAll { promise in
            guard promise.node == node.mode else { return false }
            let isOver = promise.run != daemon.run || now - promise.askedAt >= Self.promiseMax
            return isOver || answered.contains(promise.write)
        }
    }

    /// The peer has said that it has everything up to there. Its word counts only where it is of this very course of
    /// events: not before this database was found to be the one that the peer knows, and not for what was written
    /// before the database was last reached, since one that was put back may lack it in the same life.
    private func isSafe(_ promise: RingBook.Promise, _ node: SimulatedNode, _ daemon: Daemon) -> Bool {
        guard let facts = daemon.machine.facts, node.isDatabaseUp, daemon.settling != nil else { return false }
        let image = node.store.image
        let isSameRun = daemon.timesReached == promise.timesReached
        let isSound = image.gaps.isEmpty && image.suspectAbove == nil || has(.safeBeforeSound)
        return isSameRun && isSound && image.incarnation == promise.life
            && facts.remembered?.incarnation == promise.life && facts.guestsAcknowledged >= promise.position
    }
}

extension WakeUpEvent {
    /// What an edit did, for the story.
    fileprivate var words: String {
        guard case .edited(let edit) = what else { return "\(what)" }
        return switch edit.change {
        case .set(let plan, _): "set, \(plan.schedule)"
        case .changed(let plan): "changed, \(plan.schedule)"
        case .moved(let place): "moved to \(place.room)"
        case .cancelled: "cancelled"
        }
    }
}
