import Vocabulary

/// The way of a scope back to its home.
extension ReignMachine {
    mutating func givebackWanted(_ origin: ReignOrigin, at now: Instant, _ directives: inout [ReignDirective]) {
        if let refusal = givebackRefusal { return directives.append(.refusedGiveback(refusal)) }
        state = .catchingUp(Handover(origin: origin, deadline: now + timings.catchUpLimit))
        directives.append(.told(.givebackBegan(scope, origin)))
        ask(end: nil, at: now, &directives)
    }

    /// Why this node does not begin to give the scope back.
    package var givebackRefusal: GivebackRefusal? {
        guard let record else { return .databaseAway }
        switch state {
        case .unread: return .databaseAway
        case .catchingUp, .closing, .draining, .storing(_, .release): return .underWay
        case .storing, .reopening: return .busy
        case .settled: break
        }
        if record.phase == .released { return .alreadyReleased }
        guard record.ownership.owner == own, overruling == nil else { return .notOwner }
        if scope.home == own { return .atHome }
        return givebackHindrance
    }

    /// Why a giveback cannot be stopped here now; nil where it can.
    package var stopRefusal: String? {
        switch state {
        case .catchingUp, .draining: return nil
        case .closing: return "open transactions are waited for just now; try again in a second"
        case .storing(_, .release): return "it is past its commit point: the \(own.peer) takes \(scope.rawValue)"
        case .unread, .settled, .storing, .reopening: break
        }
        if record?.phase == .released { return "it is past its commit point: the \(own.peer) takes \(scope.rawValue)" }
        guard scope.home == own, record?.ownership.owner == own.peer else {
            return "no giveback of \(scope.rawValue) is under way here"
        }
        return "the \(own.peer) gives \(scope.rawValue) back, where it does: stop it there"
    }

    /// What keeps a giveback from being begun, or from reaching its commit point.
    var givebackHindrance: GivebackRefusal? {
        if !ability.isDatabaseUp { return .databaseAway }
        if ability.isCloned { return .cloned }
        if ability.isRestored { return .restored }
        guard case .heard(let theirs) = peer else { return .peerNotHeard }
        if theirs.isCloned { return .cloned }
        if !isSeeingEachOther { return .notSeeingEachOther }
        if !theirs.isDatabaseUp { return .peerDatabaseDown }
        if theirs.asterisk == .down { return .peerAsteriskDown }
        if theirs.isRestored { return .peerRestored }
        return peerReign == record?.ownership ? nil : .peerBehind
    }

    mutating func ask(end: FeedMark?, at now: Instant, _ directives: inout [ReignDirective]) {
        guard let record else { return }
        round += 1
        let question = HandoverQuestion(reign: record.ownership, round: round, end: end)
        changeHandover { handover in
            handover.asked = question
            handover.askedAt = now
        }
        directives.append(.ask(question))
    }

    mutating func answered(
        _ question: HandoverQuestion, _ verdict: HandoverVerdict, at now: Instant,
        _ directives: inout [ReignDirective]
    ) {
        guard let handover, handover.asked == question else { return }
        switch verdict {
        case .reached: reached(handover, &directives)
        case .declined(let words): giveUp(words, &directives)
        case .behind(let words):
            changeHandover { handover in
                handover.asked = nil
                handover.progress = words
            }
            if words != handover.progress { directives.append(.told(.comingNear(scope, words))) }
        }
    }

    private mutating func reached(_ handover: Handover, _ directives: inout [ReignDirective]) {
        guard let ownership = record?.ownership else { return }
        switch state {
        case .catchingUp:
            state = .closing(handover)
            directives.append(.raiseBarrier(ownership))
        case .draining:
            let epoch = ownership.epoch.next(mintedBy: own)
            let released = Ownership(scope: scope, owner: own.peer, epoch: epoch)
            store(ReignRecord(released, .released), .release(handover.origin), &directives)
        case .unread, .settled, .storing, .closing, .reopening: return
        }
    }

    mutating func tick(
        _ handover: Handover, end: FeedMark?, at now: Instant, _ directives: inout [ReignDirective]
    ) {
        guard now < handover.deadline else {
            let words = handover.progress ?? "no answer"
            return giveUp("the \(own.peer) did not come near enough in time: \(words)", &directives)
        }
        let pause = end == nil ? timings.askAgain : timings.askAgainBehindBarrier
        guard handover.asked == nil, let askedAt = handover.askedAt, now - askedAt >= pause else { return }
        ask(end: end, at: now, &directives)
    }

    private var handover: Handover? {
        switch state {
        case .catchingUp(let handover), .draining(let handover, _): handover
        case .unread, .settled, .storing, .closing, .reopening: nil
        }
    }

    private mutating func changeHandover(_ change: (inout Handover) -> Void) {
        switch state {
        case .catchingUp(var handover):
            change(&handover)
            state = .catchingUp(handover)
        case .draining(var handover, let end):
            change(&handover)
            state = .draining(handover, end: end)
        case .unread, .settled, .storing, .closing, .reopening: return
        }
    }

    /// Well enough, and heard to know this reign, so that a giveback would be begun.
    mutating func noteStability(at now: Instant) {
        guard givebackHindrance == nil else { return stableSince = nil }
        stableSince = stableSince ?? now
    }

    mutating func goHomeIfStable(at now: Instant, _ directives: inout [ReignDirective]) {
        guard goesHomeAlone, let stableSince, now - stableSince >= timings.stability, givebackRefusal == nil
        else { return }
        // Where it fails, it is tried again after the same time.
        self.stableSince = now
        givebackWanted(.settings, at: now, &directives)
    }
}
