import Vocabulary

/// What the peer, this node and an operator bring.
extension ReignMachine {
    /// A peer that has not come to its database speaks of epoch 0, which is nobody's claim.
    mutating func heard(_ theirs: Ownership) {
        precondition(theirs.scope == scope, "\(scope) heard of \(theirs.scope)")
        guard theirs.epoch.rawValue > 0 else { return }
        peerReign = theirs
        overrule(by: theirs)
    }

    mutating func peerStands(_ presence: PeerPresence, _ isSeeing: Bool, at now: Instant) {
        peer = presence
        isSeeingEachOther = isSeeing
        noteStability(at: now)
    }

    mutating func ableTo(_ ability: NodeAbility) {
        if ability.isRestored { owesRenewal = true }
        self.ability = ability
    }

    mutating func takeoverWanted(isForced: Bool, _ directives: inout [ReignDirective]) {
        let refusal = takeoverRefusal
        guard let epoch = nextEpoch, refusal == nil || isForced && refusal?.yieldsToForce == true else {
            return directives.append(.refusedTakeover(refusal ?? .databaseAway))
        }
        store(ReignRecord(Ownership(scope: scope, owner: own, epoch: epoch)), .takeover, &directives)
    }

    /// Why a takeover is refused to whoever does not insist.
    package var takeoverRefusal: TakeoverRefusal? {
        guard let record, ability.isDatabaseUp else { return .databaseAway }
        if overruling == nil, record.ownership.owner == own { return .alreadyOwner }
        switch state {
        case .unread: return .databaseAway
        case .storing, .catchingUp, .closing, .draining, .reopening: return .busy
        case .settled: break
        }
        if ability.isCloned { return .cloned }
        switch peer {
        case .heard: return ability.isRestored ? .restored : .peerHeard
        case .unknown: return .peerUnknown
        case .unheard, .unconfigured: break
        }
        if ability.isRestored { return .restoredAlone }
        return record.phase == .released ? .inDoubt : nil
    }

    mutating func tick(at now: Instant, _ directives: inout [ReignDirective]) {
        noteStability(at: now)
        switch state {
        case .unread(let retryAt):
            guard let retryAt, now >= retryAt else { return }
            state = .unread(retryAt: nil)
            directives.append(.load)
        case .settled: goHomeIfStable(at: now, &directives)
        case .catchingUp(let handover): tick(handover, end: nil, at: now, &directives)
        case .draining(let handover, let end): tick(handover, end: end, at: now, &directives)
        case .storing, .closing, .reopening: return
        }
    }
}
