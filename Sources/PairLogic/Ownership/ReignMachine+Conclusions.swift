import Vocabulary

/// What is drawn from all that is known, whenever nothing else is under way.
extension ReignMachine {
    mutating func goOn(_ directives: inout [ReignDirective]) {
        switch state {
        case .settled, .catchingUp, .draining: break
        case .unread, .storing, .closing, .reopening: return
        }
        guard let record else { return }
        // First: a barrier that went down before this would let programs write once more in the reign that was lost.
        if let overruling, record.ownership.merging(overruling) != record.ownership {
            if state != .settled { directives.append(.told(.givebackFailed(scope, "the peer's reign is higher"))) }
            return store(ReignRecord(overruling), .heard, &directives)
        }
        overruling = nil
        giveUpWhereHindered(&directives)
        guard state == .settled else { return }
        switch record.phase {
        case .closed where record.ownership.owner == own: reopen(&directives)
        case .released where peerReign == record.ownership:
            store(ReignRecord(record.ownership), .receipt, &directives)
        case .settled: renewIfOwed(record.ownership, &directives)
        case .closed, .released: break
        }
    }

    /// A reign that was stored somewhere: it counts here, too, unless a higher one does.
    mutating func overrule(by reign: Ownership) {
        let highest = overruling.map { $0.merging(reign) } ?? reign
        overruling = record.map { $0.ownership.merging(highest) == $0.ownership ? nil : highest } ?? highest
    }

    mutating func reopen(_ directives: inout [ReignDirective]) {
        guard let record else { return }
        state = .reopening
        directives.append(.lowerBarrier(record.ownership))
    }

    /// Gives a giveback up, where its commit point was not reached.
    mutating func giveUp(_ words: String, _ directives: inout [ReignDirective]) {
        switch state {
        case .catchingUp: state = .settled
        case .draining: reopen(&directives)
        case .unread, .settled, .storing, .closing, .reopening: return
        }
        directives.append(.told(.givebackFailed(scope, words)))
    }

    private mutating func giveUpWhereHindered(_ directives: inout [ReignDirective]) {
        switch state {
        case .catchingUp, .draining:
            guard let hindrance = givebackHindrance else { return }
            giveUp(hindrance.words(own: own, scope: scope), &directives)
        case .unread, .settled, .storing, .closing, .reopening: return
        }
    }

    /// A restored node that owns the scope has written in its reign what the image did not know: it begins another.
    private mutating func renewIfOwed(_ ownership: Ownership, _ directives: inout [ReignDirective]) {
        guard owesRenewal, !ability.isRestored, ability.isDatabaseUp else { return }
        let epoch = nextEpoch
        owesRenewal = false
        guard ownership.owner == own, let epoch else { return }
        let renewed = Ownership(scope: scope, owner: own, epoch: epoch)
        store(ReignRecord(renewed), .renewal, &directives)
    }
}
