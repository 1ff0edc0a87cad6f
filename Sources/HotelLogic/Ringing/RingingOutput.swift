import Vocabulary

/// What one input comes to while it is worked out; in the end it is put into the order that is promised.
struct RingingOutput {
    let now: Instant
    let wall: WallTime
    /// Lines that must be on the disk before the phones of these attempts ring.
    var claims: [WakeUpEvent] = []
    var claimed: [Attempt] = []
    var events: [WakeUpEvent] = []
    var calls: [RingingCall] = []
    var hangUps: [(Attempt, except: ExtensionNumber?)] = []
    var messages: [RingingMessage] = []
    var news: [(DeskNews, call: Int)] = []
    var stand: RingingStand?

    init(now: Instant, wall: WallTime) {
        self.now = now
        self.wall = wall
    }

    /// Lines about what has happened come before claims to what will.
    func directives(
        batch: inout UInt64, _ batches: inout [UInt64: [Attempt]], isPeerHeard: Bool
    ) -> [RingingDirective] {
        var directives: [RingingDirective] = []
        if !events.isEmpty || !claims.isEmpty {
            directives.append(.store(batch, events + claims))
            if !claimed.isEmpty { batches[batch] = claimed }
            batch += 1
        }
        directives += hangUps.map { .hangUp($0.0, except: $0.except) }
        directives += calls.map { .ring($0) }
        if isPeerHeard, !events.isEmpty { directives.append(.send(.noted(events))) }
        directives += messages.map { .send($0) }
        directives += news.map { .tellDesk($0.0, call: $0.call) }
        if let stand { directives.append(.standChanged(stand)) }
        return directives
    }
}
