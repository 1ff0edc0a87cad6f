import HotelLogic
import PairLogic
import ReplicaLogic
import Vocabulary

/// The ringing of wake-ups as the daemons do it: what the machines hear.
extension World {
    /// How often time is told to the machines that ring.
    static let ringingTickEvery: Duration = .milliseconds(100)
    /// How often is looked whether lines have arrived.
    static let readEvery: Duration = .milliseconds(250)
    /// How long a link to Asterisk may be gone before its calls are thought lost.
    static let linkPatience: Duration = .seconds(3)
    /// How far ahead of the peer's a clock may be.
    static let clockLimit: Duration = .seconds(20)

    /// The wake-ups are read for the first time, or again.
    func readLedger(_ node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let lines = ledger(of: node.store.image)
        guard daemon.ringing == nil else {
            return tellRinging(node) { [forgets = has(.rereadForgotten)] machine, now, wall in
                forgets
                    ? machine.learned(lines, at: now, wall: wall) : machine.reread(lines, at: now, wall: wall)
            }
        }
        var machine = RingingMachine(
            node: node.mode, run: daemon.boot, epoch: Epoch(rawValue: 0), zone: hotel.zone, book: WakeUpBook(lines),
            settings: hotel.settings, at: now)
        _ = machine.phonesAre(hotel.phones, at: now, wall: node.wall(at: now))
        daemon.ringing = RingingDesk(machine: machine)
        plan(.ringing(node.mode, run: daemon.run), in: random.milliseconds(1...100))
        plan(.reading(node.mode, run: daemon.run), in: random.milliseconds(1...250))
        if node.asterisk.isUp { heardWords(of: node) }
    }

    /// The lines on a disk, in the order of their keys.
    func ledger(of image: StoreImage) -> [WakeUpEvent] {
        image.tables[Catalogue.lines].rows.sorted { $0.key < $1.key }.compactMap { rings.lines[$0.value] }
    }

    /// What the lines on a node's disk come to.
    func wakeUps(on node: SimulatedNode) -> WakeUpBook {
        let mark = SimulatedNode.BookMark(changes: node.store.lineChanges, restores: counts.restores)
        if let kept = node.bookKept, kept.mark == mark { return kept.book }
        let book = WakeUpBook(ledger(of: node.store.image))
        node.bookKept = (mark, book)
        return book
    }

    /// Something for the machine of a node. It looks at it at once, unless it is stuck.
    func tellRinging(_ node: SimulatedNode, _ input: @escaping RingingDesk.Input) {
        guard let daemon = node.daemon, daemon.ringing != nil else { return }
        daemon.ringing?.inbox.append(input)
        drain(node)
    }

    func drain(_ node: SimulatedNode) {
        guard let daemon = node.daemon, daemon.ringing?.isDraining == false, now >= daemon.ringing?.stuckUntil ?? now
        else { return }
        daemon.ringing?.isDraining = true
        while daemon.ringing?.inbox.isEmpty == false {
            guard let input = daemon.ringing?.inbox.removeFirst() else { break }
            let directives = daemon.ringing?.hear(input, at: now, wall: node.wall(at: now))
            for directive in directives ?? [] { carryOut(directive, at: node) }
        }
        daemon.ringing?.isDraining = false
    }

    func ringingTick(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run, let desk = daemon.ringing else { return }
        plan(.ringing(node.mode, run: run), in: Self.ringingTickEvery)
        guard now >= desk.stuckUntil else { return }
        tellRole(node, daemon)
        tellDatabase(node, daemon)
        tellAsterisk(node, daemon)
        tellUnheard(node, daemon)
        tellClock(node, daemon)
        tellRinging(node) { $0.tick(at: $1, wall: $2) }
    }

    private func tellRole(_ node: SimulatedNode, _ daemon: Daemon) {
        let guest = daemon.reign(.guest)
        guard let reign = guest.record?.ownership else { return }
        let isFirst = reign.owner == node.mode && guest.holder != .node(node.mode.peer)
        guard daemon.ringing?.toldFirst != isFirst || daemon.ringing?.toldEpoch != reign.epoch else { return }
        daemon.ringing?.toldFirst = isFirst
        daemon.ringing?.toldEpoch = reign.epoch
        tellRinging(node) { $0.roleChanged(isFirst: isFirst, epoch: reign.epoch, at: $1, wall: $2) }
    }

    private func tellDatabase(_ node: SimulatedNode, _ daemon: Daemon) {
        let isUp = node.isDatabaseUp && daemon.settling != nil
        guard daemon.ringing?.toldDatabase != isUp else { return }
        daemon.ringing?.toldDatabase = isUp
        tellRinging(node) { $0.databaseChanged(isUp: isUp, at: $1, wall: $2) }
    }

    /// A link that breaks for a moment ends no call, so it is waited for.
    private func tellAsterisk(_ node: SimulatedNode, _ daemon: Daemon) {
        guard !node.asterisk.isUp else {
            daemon.ringing?.asteriskGoneSince = nil
            guard daemon.ringing?.toldAsterisk == false else { return }
            daemon.ringing?.toldAsterisk = true
            tellRinging(node) { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
            return heardWords(of: node)
        }
        let since = daemon.ringing?.asteriskGoneSince ?? now
        daemon.ringing?.asteriskGoneSince = since
        guard daemon.ringing?.toldAsterisk == true, now - since >= Self.linkPatience else { return }
        daemon.ringing?.toldAsterisk = false
        tellRinging(node) { $0.asteriskChanged(isUp: false, at: $1, wall: $2) }
    }

    private func tellUnheard(_ node: SimulatedNode, _ daemon: Daemon) {
        switch daemon.machine.presence {
        case .unknown: return
        case .heard:
            // A peer that was heard, and not yet of its ringing, may be about to tell what it rang.
            guard let at = daemon.peerStandAt else { return }
            guard now - at < .seconds(3) else { break }
            daemon.ringing?.toldUnheardAt = nil
            return
        case .unheard, .unconfigured: break
        }
        guard daemon.ringing?.toldUnheardAt.map({ now - $0 >= .seconds(1) }) ?? true else { return }
        daemon.ringing?.toldUnheardAt = now
        tellRinging(node) { $0.peerUnheard(at: $1, wall: $2) }
    }

    private func tellClock(_ node: SimulatedNode, _ daemon: Daemon) {
        guard case .heard = daemon.machine.presence else { return }
        let ahead = .zero - daemon.machine.clockOffset
        guard daemon.ringing?.isClockDoubted != (ahead > Self.clockLimit) else { return }
        daemon.ringing?.isClockDoubted = ahead > Self.clockLimit
        guard ahead > Self.clockLimit else { return tellRinging(node) { $0.clockConfirmed(at: $1, wall: $2) } }
        let moment = WallTime(microseconds: node.wall(at: now).rawValue - ahead.nanoseconds / 1_000)
        tellRinging(node) { $0.clockDoubted(from: moment, at: $1, wall: $2) }
    }

    /// A heartbeat told how the peer stands.
    func heardStand(_ heartbeat: SimulatedHeartbeat, at node: SimulatedNode) {
        guard var stand = heartbeat.stand else { return }
        if has(.marksIgnored) { stand.heard = node.daemon?.ringing?.machine.stand.mark }
        node.daemon?.peerStandAt = now
        guard let machine = node.daemon?.machine, machine.presence != .unknown else { return }
        let isMutual = machine.seesEachOther
        tellRinging(node) { [stand] in
            $0.peerHeard(stand, pause: heartbeat.pause, isMutual: isMutual, at: $1, wall: $2)
        }
    }

    /// How the node stands towards ringing, and how long its ringing has stood still; nil before it read its ledger.
    func stand(of daemon: Daemon) -> (stand: RingingStand, pause: Duration)? {
        guard let machine = daemon.ringing?.machine else { return nil }
        var stand = machine.stand
        if has(.abilityAssumed) { (stand.ability, stand.holdsTurn) = (.full, true) }
        return (stand, now - machine.lastStep)
    }

    /// Looks for lines that came, and whether everything that the peer had is here.
    func readArrivals(_ node: SimulatedNode, run: Int) {
        guard let daemon = node.daemon, daemon.run == run, daemon.ringing != nil else { return }
        plan(.reading(node.mode, run: run), in: Self.readEvery)
        let isReady = node.isDatabaseUp && daemon.settling != nil
        let look = isReady ? ledgerCurrentAsOf(node, daemon) : nil
        if isReady { takeArrivals(node) }
        tellRinging(node) { $0.caughtUp(asOf: look, at: $1, wall: $2) }
    }

    /// Lines that the copy has brought since this was last done.
    func takeArrivals(_ node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let events = has(.arrivalsNotRead) ? [] : daemon.ringing?.arrived ?? []
        daemon.ringing?.arrived = []
        if !events.isEmpty { tellRinging(node) { $0.learned(events, at: $1, wall: $2) } }
    }

    private func ledgerCurrentAsOf(_ node: SimulatedNode, _ daemon: Daemon) -> Instant? {
        guard !daemon.items.isEmpty, daemon.machine.facts?.incarnation == daemon.peerLife else { return nil }
        let desk = daemon.items[Catalogue.wakeUpLedger]
        return desk.isRebuilding || node.store.image.suspectAbove != nil ? nil : desk.currentAsOf
    }
}
