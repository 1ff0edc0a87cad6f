import Vocabulary

/// Both desks over one house: what a request about stays or wake-ups comes to, with the wake-ups that follow from a
/// stay. It writes nothing itself.
package struct FrontDesk: Sendable {
    package let node: Mode
    package let epoch: Epoch
    package let zone: ZoneRules
    package let house: GuestHouse
    package let book: WakeUpBook
    /// The first number that this node has given to no stay yet.
    package let nextStay: UInt64
    /// The first number that this node has given to no wake-up yet.
    package let nextWakeUp: UInt64
    /// How many numbers of edits of a wake-up are left out.
    package let editsSkipped: UInt32
    package let limits: WakeUpLimits

    package init(
        node: Mode, epoch: Epoch, zone: ZoneRules, house: GuestHouse, book: WakeUpBook, nextStay: UInt64,
        nextWakeUp: UInt64, editsSkipped: UInt32 = 0, limits: WakeUpLimits = WakeUpLimits()
    ) {
        self.node = node
        self.epoch = epoch
        self.zone = zone
        self.house = house
        self.book = book
        self.nextStay = nextStay
        self.nextWakeUp = nextWakeUp
        self.editsSkipped = editsSkipped
        self.limits = limits
    }

    /// What a request about stays comes to, with the lines of the wake-up ledger that follow from it.
    package func decide(
        _ request: StayRequest, by author: Author, at now: WallTime
    ) throws(StayFault) -> GuestDecision {
        let desk = StayDesk(node: node, zone: zone, house: house, nextNumber: nextStay)
        var decision = GuestDecision(stay: try desk.decide(request, at: now))
        decision.wakeUps.events = follow(decision.stay, by: author, at: now)
        return decision
    }

    package func decide(
        _ request: WakeUpRequest, by author: Author, at now: WallTime
    ) throws(WakeUpRefusal) -> GuestDecision {
        GuestDecision(wakeUps: try wakeUpDesk(house, book).decide(request, by: author, at: now))
    }

    /// What the wake-ups of those who stay become; one movement is decided after the other.
    private func follow(_ decision: StayDecision, by author: Author, at now: WallTime) -> [WakeUpEvent] {
        var after = house
        for change in decision.changes { after.fold(change) }
        var book = book
        var events: [WakeUpEvent] = []
        for effect in decision.effects {
            guard case .wakeUps(let movement) = effect else { continue }
            let more = wakeUpDesk(after, book).follow(movement, by: author, at: now)
            for event in more { book.fold(event) }
            events += more
        }
        return events
    }

    func wakeUpDesk(_ house: GuestHouse, _ book: WakeUpBook) -> WakeUpDesk {
        WakeUpDesk(
            node: node, epoch: epoch, zone: zone, house: house.forWakeUps, book: book, nextNumber: nextWakeUp,
            editsSkipped: editsSkipped, limits: limits)
    }
}
