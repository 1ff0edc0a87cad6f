import HotelLogic
import PairLogic
import Vocabulary

/// What must hold for wake-ups: in the moment in which a phone rings, and once all is well again.
extension World {
    /// What is due so long after the storm is waited for.
    private static let aftermath: Int64 = 90_000_000
    /// How long a heartbeat is fresh.
    static let freshFor: Duration = .seconds(3)

    // MARK: Seeing each other

    /// Whether both nodes hold a fresh heartbeat of the other that echoes their own, and since when without a break.
    func noteSight() {
        let isSeeing = nodes.allSatisfy { node in
            guard let daemon = node.daemon, daemon.machine.seesEachOther, let heard = daemon.heardAt else {
                return false
            }
            return now - heard < Self.freshFor
        }
        rings.seeingSince = isSeeing ? rings.seeingSince ?? now : nil
    }

    // MARK: Claims and rings

    func noteClaims(_ events: [WakeUpEvent], at node: SimulatedNode) {
        for event in events {
            guard case .rung(let occurrence, .claimed(let number)) = event.what else { continue }
            let attempt = Attempt(occurrence, number)
            noteSight()
            rings.claims[attempt, default: [:]][node.mode] = RingBook.Ring(
                node: node.mode, daemonRun: node.daemonRuns, claimedAt: now, sawEachOther: rings.seeingSince != nil,
                wasKnown: isKnown(attempt, of: node.mode.peer), wasReadable: isReadable(attempt, by: node),
                wasKept: isOnDisk(attempt, of: node.mode, at: node),
                couldKeep: node.daemon?.ringing?.machine.stand.ability == .full)
        }
    }

    /// Whether any daemon that lives and has read its ledger knows of a node's claim to an attempt. What stands on a
    /// disk alone, whose database is away or whose daemon is dead, nobody can be told of.
    private func isKnown(_ attempt: Attempt, of node: Mode) -> Bool {
        nodes.contains { place in
            let record = place.daemon?.ringing?.machine.wakeUps.record(of: attempt.occurrence)
            return record?.attempts[OccurrenceRecord.Key(attempt.number, node)] != nil
        }
    }

    /// Whether the other node has kept a claim to an attempt, and both nodes have seen each other for long enough, with
    /// both databases up, that this one can know.
    private func isReadable(_ attempt: Attempt, by node: SimulatedNode) -> Bool {
        let other = peer(of: node)
        guard let seen = rings.seeingSince, now - seen >= .seconds(1), node.isDatabaseUp, other.isDatabaseUp else {
            return false
        }
        return isOnDisk(attempt, of: other.mode, at: other)
    }

    private func isOnDisk(_ attempt: Attempt, of claimer: Mode, at node: SimulatedNode) -> Bool {
        node.store.image.tables[Catalogue.lines].rows.values.contains { write in
            guard let line = rings.lines[write], line.node == claimer,
                case .rung(attempt.occurrence, .claimed(attempt.number)) = line.what
            else { return false }
            return true
        }
    }

    /// A phone is about to ring.
    func checkRing(_ call: RingingCall, at node: SimulatedNode) {
        guard let daemon = node.daemon, let claim = rings.claims[call.attempt]?[node.mode] else {
            return violate("\(node.mode) rings for \(call.attempt) without a claim")
        }
        checkKept(call, claim, daemon, at: node)
        for other in rings.rings[call.attempt] ?? [] where other.node != node.mode {
            guard claim.sawEachOther else { continue }
            let isUnbroken = rings.seeingSince.map { $0 <= min(other.claimedAt, claim.claimedAt) } ?? false
            let isKnown = isUnbroken || claim.wasKnown || other.wasKnown
            if other.sawEachOther && isKnown || claim.wasReadable {
                violate("\(call.attempt) is rung by both nodes, which see each other")
            }
        }
        if rings.rings[call.attempt]?.contains(where: { $0.node == node.mode }) ?? false, claim.wasKept {
            violate("\(node.mode) rings twice for \(call.attempt)")
        }
        rings.rings[call.attempt, default: []].append(claim)
    }

    /// Where lines can be kept, the claim is on the disk before a phone rings.
    private func checkKept(_ call: RingingCall, _ claim: RingBook.Ring, _ daemon: Daemon, at node: SimulatedNode) {
        guard claim.couldKeep, daemon.ringing?.machine.stand.ability == .full, node.isDatabaseUp,
            node.store.image.gaps.isEmpty
        else {
            return
        }
        if !isOnDisk(call.attempt, of: node.mode, at: node) {
            violate("\(node.mode) rings for \(call.attempt), and its claim is not on the disk")
        }
    }

    // MARK: Lines

    /// What was said to be safe on both nodes is on one of them at least, whatever has happened; in the end on both.
    func auditPromises(isEnd: Bool) {
        for (write, row) in rings.safe {
            let disks = nodes.filter { $0.store.image.tables[row.table].rows[row.key] == write }
            guard disks.isEmpty || isEnd && disks.count < 2 else { continue }
            let words = rings.lines[write].map { "\($0.wakeUp) in \($0.room)" } ?? "\(row)"
            return violate("what was safe on both nodes is lost: \(words)")
        }
    }

    // MARK: The end

    /// What is still open in the house; nil where everybody was woken, or somebody knows that they were not.
    func wakeUpUnrest() -> String? {
        if let node = nodes.first(where: { $0.daemon?.ringing?.unkept.isEmpty == false }) {
            return "\(node.mode) has lines to keep"
        }
        let (wall, calm) = (primary.wall(at: now), primary.wall(at: calmAt))
        let today = hotel.zone.localTime(at: wall).date
        for wakeUp in wakeUps(on: primary).all {
            for occurrence in wakeUp.openOccurrences(through: today.adding(days: 1)) {
                guard let due = due(occurrence, of: wakeUp),
                    due < WallTime(microseconds: calm.rawValue + Self.aftermath)
                else { continue }
                let place = wakeUp.place.map { "in \($0.room)" } ?? "nowhere"
                return due > wall ? "\(occurrence) is still to come" : "\(occurrence) is open, \(place)"
            }
            for (occurrence, record) in wakeUp.records where record.isGivenUp && !rings.told.contains(occurrence) {
                return "nobody was told that \(occurrence) was given up"
            }
        }
        return nil
    }

    /// When a ring is due, as planned or after its last snooze.
    func due(_ occurrence: Occurrence, of wakeUp: WakeUp) -> WallTime? {
        if let until = wakeUp.record(of: occurrence).snooze?.until { return until }
        return wakeUp.moment(on: occurrence.date, in: hotel.zone)?.at
    }

    /// Nobody counts as woken who was not. An answer that covers another wake-up of its room was taken somewhere, too.
    func checkAnswers() {
        for line in ledger(of: primary.store.image) {
            guard case .rung(let occurrence, .answered(let number)) = line.what else { continue }
            if let number {
                guard !rings.taken.contains(Attempt(occurrence, number)) else { continue }
                return violate("\(occurrence) counts as answered, and nobody in \(line.room) took that call")
            }
            let rooms = rings.rooms[line.wakeUp, default: []]
            guard rooms.isDisjoint(with: rings.wokenRooms) else { continue }
            return violate("\(occurrence) counts as answered, and nobody in \(line.room) ever took a call")
        }
    }
}
