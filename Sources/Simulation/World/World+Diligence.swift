import HotelLogic
import PairLogic
import Vocabulary

/// What two nodes owe the guests while they see each other: that one of them rings what is due, and neither rings what
/// was cancelled, nor tells the desk that somebody sleeps who was woken.
extension World {
    /// How long the pair may take to bring together whoever can ring and what is due.
    private static let diligence: Duration = .seconds(14)
    /// How long a line may take to the own disk while that answers.
    private static let keeping: Duration = .seconds(2)
    /// How long a line may take to the other node while both databases answer.
    private static let passage: Duration = .seconds(8)

    func noteAbility(of node: SimulatedNode) {
        let isAble =
            node.daemon?.ringing.map { now >= $0.stuckUntil && $0.machine.stand.ability == .full } ?? false
            && !isFrozen(node) && node.asterisk.isUp && isReached(node) && now >= node.stalledUntil
        node.ableSince = isAble ? node.ableSince ?? now : nil
        noteKeeping(of: node)
    }

    /// Once a node has been able to keep what it knows for a while, that is looked at, and then with every audit.
    private func noteKeeping(of node: SimulatedNode) {
        guard keeps(node) else { return node.keepingSince = nil }
        let since = node.keepingSince ?? now
        node.keepingSince = since
        if now - since >= Self.keeping, now - since < Self.keeping + Self.tickEvery { checkWoken(on: node) }
    }

    /// Whether its daemon can keep what it knows now.
    private func keeps(_ node: SimulatedNode) -> Bool {
        node.daemon?.ringing.map { now >= $0.stuckUntil && $0.inbox.isEmpty } ?? false
            && !isFrozen(node) && isReached(node) && now >= node.stalledUntil
    }

    /// Whether something has been so for that long.
    private func lasts(_ since: Instant?, _ stretch: Duration) -> Bool { since.map { now - $0 >= stretch } ?? false }

    private func isReached(_ node: SimulatedNode) -> Bool { node.isDatabaseUp && node.daemon?.settling != nil }

    /// What is due is rung within a while, where two nodes see each other and one of them can.
    func checkDiligence() {
        guard lasts(rings.seeingSince, Self.diligence),
            nodes.allSatisfy({ lasts($0.clockSetAt, Self.diligence) && !isFrozen($0) })
        else { return }
        for node in nodes {
            guard lasts(node.ableSince, Self.diligence) else { continue }
            let other = wakeUps(on: peer(of: node))
            let latest = WallTime(microseconds: node.wall(at: now).rawValue - Self.diligence.nanoseconds / 1_000)
            let today = hotel.zone.localTime(at: latest).date
            for wakeUp in wakeUps(on: node).active
            where lasts(rings.editedAt[wakeUp.id], Self.diligence) && other[wakeUp.id] != nil && !isBusy(wakeUp) {
                for occurrence in wakeUp.openOccurrences(through: today) {
                    guard wakeUp.record(of: occurrence).attempts.isEmpty, let due = due(occurrence, of: wakeUp),
                        due < latest
                    else { continue }
                    return violate("\(occurrence) is due for long, \(node.mode) could ring, and nobody does")
                }
            }
        }
    }

    /// A room is rung for one wake-up at a time.
    private func isBusy(_ wakeUp: WakeUp) -> Bool {
        guard let room = wakeUp.place?.room, let rung = rings.rungAt[room] else { return false }
        return !lasts(rung, Self.diligence)
    }

    /// That somebody was woken stands on the disk of the node whose daemon heard it, also where that disk was put back
    /// since: the daemon may die, and nobody is to be woken twice for that.
    func checkWoken(on node: SimulatedNode) {
        // A daemon that stands still has not noted so yet.
        guard keeps(node), lasts(node.keepingSince, Self.keeping), let daemon = node.daemon,
            let desk = daemon.ringing, let heard = rings.witnesses[node.mode]
        else { return }
        let kept = wakeUps(on: node)
        for (occurrence, run) in heard.sorted(by: { $0.key < $1.key })
        where run == daemon.run && lasts(rings.wokenAt[occurrence], Self.keeping) {
            guard desk.machine.wakeUps.record(of: occurrence).isEnded, kept[occurrence.wakeUp] != nil,
                !kept.record(of: occurrence).isEnded
            else { continue }
            return violate("\(node.mode) heard that somebody was woken by \(occurrence), and its disk does not tell")
        }
    }

    /// A phone is about to ring: not for what was cancelled while both nodes could know.
    func checkCancelled(_ call: RingingCall, at node: SimulatedNode) {
        guard lasts(rings.cancelledAt[call.attempt.occurrence.wakeUp], Self.passage), counts.restores == 0,
            lasts(rings.seeingSince, Self.passage), nodes.allSatisfy({ lasts($0.ableSince, Self.passage) })
        else { return }
        violate("\(node.mode) rings for \(call.attempt), which was cancelled")
    }

    /// The desk is told that nobody was woken: not where somebody was, and both nodes saw each other all the while.
    func checkAlarm(_ occurrence: Occurrence, in room: RoomNumber) {
        guard let woken = rings.wokenAt[occurrence], lasts(woken, Self.passage), let seen = rings.seeingSince,
            seen <= woken, nodes.allSatisfy({ $0.daemon?.ringing?.inbox.isEmpty ?? false })
        else { return }
        violate("the desk is told that nobody was woken in \(room) by \(occurrence), and somebody was")
    }

    /// No two wake-ups have one number.
    func checkNumbers() {
        for node in nodes {
            var first: [WakeUpID: Int] = [:]
            for write in node.store.image.tables[Catalogue.lines].rows.values {
                guard let line = rings.lines[write], case .edited(let edit) = line.what, case .set = edit.change else {
                    continue
                }
                guard let other = first.updateValue(write, forKey: line.wakeUp), other != write else { continue }
                return violate("two wake-ups are called \(line.wakeUp)")
            }
        }
    }
}
