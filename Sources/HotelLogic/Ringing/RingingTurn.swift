import Vocabulary

/// Whose turn it is to ring: so that two nodes that see each other never ring the same attempt, and one of them always
/// rings.
///
/// One node is the first to ring, the owner of the guest scope. It claims only while it holds the turn, and it takes
/// the turn in one of three ways: the other yields it on being asked; the other is not heard; or the other says, or
/// shows, that it cannot ring and does not answer. The other node acts in its stead while it hears from the first that
/// it does not hold the turn, or does not hear from it at all.
///
/// Why that is safe: what a node says of itself stays true until it says something else under a new mark. The second
/// acts on the first's word "I do not hold the turn" only where that word was given in knowledge of the second's own
/// present state (`heard`), and not in a state in which the second has yielded already. So between the two words the
/// first can have taken the turn by none of the three ways. And it acts only once the first has told what it knows,
/// since what that did may not have been kept; without an answer it waits a while longer. While the first does not hear
/// the second it cannot answer, so that wait begins anew as soon as both hear each other. A state is another one, too,
/// where a node becomes the first or ceases to be it: the word "I do not hold the turn" of a second promises nothing,
/// and what it did as the second it must have told of.
///
/// The first asks once it has the other's ledger, as it was looked at since the other is heard; it waits for that from
/// the moment in which it could take the turn and hears the other, and not for ever.
package struct RingingTurn: Sendable, Hashable {
    /// What is known of the other node.
    enum Peer: Sendable, Hashable {
        /// Nothing yet, since then.
        case unknown(since: Instant)
        case unheard
        /// As it stood when it was last heard.
        case heard(RingingStand, isStuck: Bool)
    }

    /// Of a node that is the first to ring; the second is always waiting.
    enum Phase: Sendable, Hashable {
        case waiting(since: Instant)
        /// The other was asked; `since` is when the waiting began.
        case asking(since: Instant, until: Instant)
        case holding
    }

    private struct Told: Sendable, Hashable {
        var run: BootID
        var fallbacks: UInt64
    }

    /// What may be claimed.
    enum Permission: Sendable, Hashable {
        case nothing
        /// In the other's stead.
        case overdue(RingingStep.HandOver)
        case everythingInstead(RingingStep.HandOver)
        case everything
    }

    let node: Mode
    let run: BootID
    let settings: RingingSettings
    private(set) var isFirst = false
    private(set) var epoch: Epoch
    private(set) var ability = RingingAbility.none
    private(set) var serial: UInt64 = 1
    private(set) var fallbacks: UInt64 = 0
    private(set) var phase: Phase
    private(set) var peer: Peer
    /// When the other's ledger was last looked at, where everything that stood there has come here since; nil where
    /// some of it has not.
    var caughtUpAsOf: Instant?
    /// Since when the other is heard without a break.
    private var heardSince: Instant?
    /// The peer's state in which this node yielded.
    private var yieldedTo: RingingStand.Mark?
    /// What the peer had done in this node's stead when it last told of it all.
    private var told: Told?
    /// The peer has told what it knows since it was last heard anew, or in another state.
    private var isTold = false
    private var inquiredAt: Instant?
    /// Since when the first has shown without a break that it does not ring. That the second does not hold the turn
    /// says nothing, so it begins anew with whoever becomes the first.
    private var idleSince: Instant?
    /// Since when without a break each of the two hears the other; nil while the peer, though heard, need not hear this
    /// node.
    private var mutualSince: Instant?

    init(node: Mode, run: BootID, epoch: Epoch, settings: RingingSettings, at now: Instant) {
        self.node = node
        self.run = run
        self.epoch = epoch
        self.settings = settings
        phase = .waiting(since: now)
        peer = .unknown(since: now)
    }

    var mark: RingingStand.Mark { RingingStand.Mark(run: run, serial: serial) }

    /// What the next heartbeat says.
    var stand: RingingStand {
        RingingStand(
            mark: mark, isFirst: isFirst, epoch: epoch, ability: ability, holdsTurn: phase == .holding,
            fallbacks: fallbacks, heard: peerStand?.mark)
    }

    var peerStand: RingingStand? {
        guard case .heard(let stand, _) = peer else { return nil }
        return stand
    }

    // MARK: Inputs

    /// What the other said before it heard of this was said to another.
    mutating func roleChanged(isFirst: Bool, epoch: Epoch) {
        if isFirst != self.isFirst {
            serial += 1
            idleSince = nil
        }
        self.isFirst = isFirst
        self.epoch = max(epoch, self.epoch)
    }

    mutating func abilityChanged(_ ability: RingingAbility, at now: Instant) {
        guard ability != self.ability else { return }
        self.ability = ability
        serial += 1
    }

    /// This node's own ringing stood still: what it believes of the other may be long past.
    mutating func stoodStill(at now: Instant) {
        layDown(at: now)
        peer = .unknown(since: now)
        (idleSince, mutualSince, heardSince, isTold) = (nil, nil, nil, false)
    }

    mutating func peerHeard(_ stand: RingingStand, pause: Duration, isMutual: Bool, at now: Instant) {
        // Another run of it may have been unheard in between, and have acted then, while this node looked away.
        if peerStand?.mark.run != stand.mark.run {
            heardSince = now
            if isActive { layDown(at: now) } else { phase = .waiting(since: now) }
        }
        // In another state it may have held the turn before, and what it did then need not have come here.
        if peerStand?.mark != stand.mark { (isTold, inquiredAt) = (false, nil) }
        if peerStand?.isFirst != stand.isFirst { idleSince = nil }
        let isStuck = pause > settings.peerPauseMax
        peer = .heard(stand, isStuck: isStuck)
        mutualSince = isMutual ? mutualSince ?? now : nil
        if !stand.holdsTurn || isStuck { idleSince = idleSince ?? now } else { idleSince = nil }
    }

    mutating func peerUnheard() {
        peer = .unheard
        (idleSince, mutualSince, heardSince, isTold) = (nil, nil, nil, false)
    }

    /// A part of what the other tells has come: the rest is on its way, however slow the line is, and is waited for.
    mutating func peerTells(at now: Instant) {
        if case .asking(let since, _) = phase { phase = .asking(since: since, until: now + settings.askWait) }
        if inquiredAt != nil { inquiredAt = now }
    }

    /// The other told what it knew in that state of its own; in another one it is asked again.
    mutating func peerTold(_ mark: RingingStand.Mark) { if peerStand?.mark == mark { isTold = true } }

    /// The other asks for the turn; whether it gets it.
    mutating func peerAsked(_ mark: RingingStand.Mark, epoch: Epoch, at now: Instant) -> Bool {
        guard !goesBefore(isPeerFirst: true, epoch) else { return false }
        if case .heard(var stand, let isStuck) = peer {
            (stand.isFirst, stand.epoch, stand.mark, stand.holdsTurn) = (true, epoch, mark, false)
            peer = .heard(stand, isStuck: isStuck)
            idleSince = now
        }
        if isActive { layDown(at: now) }
        yieldedTo = mark
        return true
    }

    /// The other yielded the turn, in the state in which it was asked.
    mutating func peerYielded(_ mark: RingingStand.Mark, fallbacks: UInt64) {
        guard case .asking = phase, mark == self.mark, let stand = peerStand else { return }
        told = Told(run: stand.mark.run, fallbacks: fallbacks)
        phase = .holding
    }

    mutating func claimedInstead(_ count: Int) { fallbacks += UInt64(count) }

    /// Whether the other is to be asked now what it knows.
    mutating func inquires(at now: Instant) -> Bool {
        guard isPeerHeard, !isTold, inquiredAt.map({ now - $0 >= settings.askWait }) ?? true else { return false }
        inquiredAt = now
        return true
    }

    /// Draws the conclusions; true where the other is to be asked for the turn now.
    mutating func conclude(at now: Instant) -> Bool {
        if case .unknown(let since) = peer, now - since >= settings.bootWait { peer = .unheard }
        guard canHold else {
            // What is to be caught up with is waited for from the moment in which this node could take the turn.
            if isActive { layDown(at: now) } else { phase = .waiting(since: now) }
            return false
        }
        switch (phase, peer) {
        case (_, .unknown): return false
        case (_, .unheard):
            phase = .holding
            return false
        case (.holding, .heard(let stand, _)):
            if stand.fallbacks > toldFallbacks(of: stand) { layDown(at: now) }
            return false
        case (.waiting(let since), .heard):
            guard isCaughtUp || now - since >= settings.catchUpMax else { return false }
            phase = .asking(since: since, until: now + settings.askWait)
            return true
        case (.asking(let since, let until), .heard(let stand, let isStuck)):
            guard now >= until else { return false }
            if stand.ability == .none || isStuck {
                told = Told(run: stand.mark.run, fallbacks: stand.fallbacks)
                phase = .holding
                return false
            }
            // A new mark lets the other act again, should its answer be what was lost.
            serial += 1
            phase = .waiting(since: since)
            return false
        }
    }

    // MARK: Queries

    /// Whether this node is the one to ring, as far as it can tell.
    var isFirstToRing: Bool {
        guard let stand = peerStand else { return isFirst }
        return goesBefore(isPeerFirst: stand.isFirst, stand.epoch)
    }

    /// The copy of the other's ledger has no gap that is known: it was looked at while the other was heard. An older
    /// look says nothing of what the other did before it was heard anew.
    var isCaughtUp: Bool {
        guard let caughtUpAsOf, let heardSince else { return false }
        return caughtUpAsOf >= heardSince
    }

    /// Whether everything that the other did while it was there is known here.
    var isInformed: Bool {
        switch peer {
        case .unknown: false
        case .unheard: true
        case .heard: isCaughtUp
        }
    }

    var isPeerHeard: Bool { peerStand != nil }

    /// The other is heard, can ring and is at it: what is due rings, and ends, there.
    var isWithPeer: Bool {
        guard case .heard(let stand, isStuck: false) = peer else { return false }
        return stand.holdsTurn && stand.ability > .none
    }

    /// No node that is heard can ring, and it is this one's part to say so.
    var isWithoutHelp: Bool {
        guard ability == .none else { return false }
        guard let stand = peerStand else { return true }
        return stand.ability == .none && isFirstToRing
    }

    func permission(at now: Instant) -> Permission {
        guard ability > .none else { return .nothing }
        guard !isFirstToRing else { return phase == .holding ? .everything : .nothing }
        switch peer {
        case .unknown: return .nothing
        case .unheard: return .overdue(.unheard)
        case .heard(let stand, let isStuck):
            guard let idleSince else { return .nothing }
            let reason: RingingStep.HandOver = isStuck ? .stuck : .unable
            if stand.heard == mark, !hasYielded(to: stand.mark), isTold, stand.fallbacks <= toldFallbacks(of: stand) {
                return .everythingInstead(reason)
            }
            return now - max(idleSince, mutualSince ?? idleSince) >= settings.grace ? .overdue(reason) : .nothing
        }
    }

    // MARK: Inside

    /// How much of what the other did in this node's stead, in that run of it, it has told of.
    private func toldFallbacks(of stand: RingingStand) -> UInt64 {
        guard let told, told.run == stand.mark.run else { return 0 }
        return told.fallbacks
    }

    /// A heartbeat from before the question may arrive after it.
    private func hasYielded(to mark: RingingStand.Mark) -> Bool {
        yieldedTo.map { $0.run == mark.run && $0.serial >= mark.serial } ?? false
    }

    private var isActive: Bool {
        if case .waiting = phase { false } else { true }
    }

    /// A first that can ring worse than the second leaves the ringing to it.
    private var canHold: Bool {
        guard isFirstToRing, ability > .none else { return false }
        guard case .heard(let stand, let isStuck) = peer else { return true }
        return isStuck || stand.ability <= ability
    }

    private mutating func layDown(at now: Instant) {
        serial += 1
        phase = .waiting(since: now)
    }

    /// Two that both believe to be the first: the higher epoch. None that does: the home of the guest scope.
    private func goesBefore(isPeerFirst: Bool, _ peerEpoch: Epoch) -> Bool {
        switch (isFirst, isPeerFirst) {
        case (true, false): true
        case (false, true): false
        case (true, true): (epoch, node.number) > (peerEpoch, node.peer.number)
        case (false, false): node == Scope.guest.home
        }
    }
}
