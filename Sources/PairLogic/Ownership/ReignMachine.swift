import Vocabulary

/// Who owns one scope, as one node knows it: takes it over, stands down, gives it back, and survives being killed at
/// any step of that.
///
/// The promises:
/// - what is announced, or acted upon, was stored before;
/// - the higher reign wins: its loser stops at once, before it has stored anything;
/// - the two nodes never store two owners at one epoch, since each mints numbers of its own parity, and none twice;
/// - before the commit point of a giveback the owner stays owner; after it, it never acts in its old reign again;
/// - where the truth is in doubt, nobody may act alone (`ScopeHolder.inDoubt`).
///
/// One thing is under way at a time; what happens meanwhile is remembered and drawn upon when it is over. Time must be
/// told by `tick` a few times a second.
package struct ReignMachine: Sendable, Hashable {
    package let scope: Scope
    package let own: Mode
    let timings: ReignTimings
    /// Whether the settings want scopes to go home by themselves.
    let goesHomeAlone: Bool

    /// What is stored; nil before it was read.
    package internal(set) var record: ReignRecord?
    package internal(set) var state: ReignState
    /// The highest reign that was heard of and is not stored yet.
    var overruling: Ownership?
    /// What the peer told last of its own record, in this run.
    var peerReign: Ownership?
    var peer: PeerPresence = .unknown
    var isSeeingEachOther = false
    var ability = NodeAbility()
    /// Since when the peer has been there and well, as far as that was told.
    var stableSince: Instant?
    /// A restored node that still owns the scope begins its reign anew once it is whole.
    var owesRenewal = false
    var round: UInt64 = 0
    /// What the duties were told last.
    var toldHolder = ScopeHolder.inDoubt

    package init(
        scope: Scope, own: Mode, goesHomeAlone: Bool = false, timings: ReignTimings = ReignTimings(),
        startedAt: Instant
    ) {
        self.scope = scope
        self.own = own
        self.goesHomeAlone = goesHomeAlone
        self.timings = timings
        state = .unread(retryAt: startedAt)
    }

    package mutating func take(_ input: ReignInput, at now: Instant) -> [ReignDirective] {
        var directives: [ReignDirective] = []
        switch input {
        case .loaded(let record): loaded(record, &directives)
        case .loadFailed(let words): failed(words, at: now, &directives)
        case .stored(let record): stored(record, &directives)
        case .storeFailed(let words): failed(words, at: now, &directives)
        case .barrierRaised(let end): barrierRaised(end: end, at: now, &directives)
        case .barrierRefused(let words): failed(words, at: now, &directives)
        case .barrierLowered: barrierLowered(&directives)
        case .barrierStuck(let words): failed(words, at: now, &directives)
        case .databaseReturned: databaseReturned(at: now, &directives)
        case .heard(let theirs): heard(theirs)
        case .peerStands(let presence, let isSeeing): peerStands(presence, isSeeing, at: now)
        case .answered(let question, let verdict): answered(question, verdict, at: now, &directives)
        case .unanswered(let question, let words): answered(question, .behind(words), at: now, &directives)
        case .ableTo(let ability): ableTo(ability)
        case .takeoverWanted(let isForced): takeoverWanted(isForced: isForced, &directives)
        case .givebackWanted(let origin): givebackWanted(origin, at: now, &directives)
        case .givebackStopped: giveUp("an operator stopped it", &directives)
        case .tick: tick(at: now, &directives)
        }
        goOn(&directives)
        if holder != toldHolder {
            toldHolder = holder
            directives.append(.holds(holder))
        }
        return ReignDirective.inOrder(directives)
    }
}
