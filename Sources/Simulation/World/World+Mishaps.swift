import PairLogic
import Vocabulary

/// What goes wrong in a house besides its databases and its line: Asterisk dies, a daemon stands still, phones go.
extension World {
    func mishap() {
        guard isStormy else { return }
        if let mishaps = storm.mishaps { plan(.mishap, in: random.milliseconds(mishaps)) }
        let victim = node(random.chance(perMille: storm.secondaryPerMille) ? .secondary : .primary)
        switch random.below(100) {
        case ..<30: killAsterisk(victim)
        case ..<50: freeze(victim, for: random.milliseconds(200...8_000))
        case ..<65:
            victim.daemon?.ringing?.stuckUntil = now + random.milliseconds(500...9_000)
            tell("\(victim.mode)'s ringing is stuck")
        case ..<80:
            victim.stalledUntil = now + random.milliseconds(500...6_000)
            tell("\(victim.mode)'s database is slow with the ledger")
        default:
            let room = hotel.rooms[random.below(hotel.rooms.count)]
            hotel.unplugged.insert(room)
            plan(.mend(.phones(room)), in: random.milliseconds(1_000...15_000))
        }
    }

    func killAsterisk(_ node: SimulatedNode) {
        guard node.isHostUp, node.asterisk.isUp else { return }
        loseAsterisk(node)
        let isLong = random.chance(perMille: storm.longOutagesPerMille)
        plan(.mend(.asterisk(node.mode)), in: random.milliseconds(isLong ? 10_000...30_000 : 500...9_000))
    }

    func loseAsterisk(_ node: SimulatedNode) {
        node.asterisk.crashed()
        tell("\(node.mode)'s Asterisk is gone")
    }

    /// The daemon stands still, and everything that comes in waits.
    private func freeze(_ node: SimulatedNode, for stretch: Duration) {
        guard node.daemon != nil else { return }
        node.frozenUntil = now + stretch
        tell("\(node.mode)'s daemon stands still for \(stretch.nanoseconds / 1_000_000) ms")
        // The server ends a connection that holds up writers and says nothing.
        if stretch > .seconds(4) { plan(.barrierFalls(node.mode), in: .seconds(4)) }
    }

    func isFrozen(_ node: SimulatedNode) -> Bool { node.frozenUntil > now }
}
