import Vocabulary

@testable import PairLogic

/// One machine for the guests' scope with a store that remembers over restarts, a peer that is told what to be, and a
/// clock that is moved by hand.
struct ReignScene {
    static let end = FeedMark(incarnation: Incarnation(rawValue: 7), head: FeedPosition(rawValue: 700))

    var machine: ReignMachine
    /// What the database holds.
    var stored: ReignRecord
    var now = Instant(nanoseconds: 1_000_000_000_000)
    /// Whether the store answers by itself.
    var isObedient = true
    var log: [ReignDirective] = []
    /// The question that was asked last.
    var question: HandoverQuestion?
    let own: Mode
    let goesHomeAlone: Bool

    init(own: Mode = .primary, _ stored: ReignRecord = .first(of: .guest), goesHomeAlone: Bool = false) {
        self.own = own
        self.stored = stored
        self.goesHomeAlone = goesHomeAlone
        machine = ReignMachine(scope: .guest, own: own, goesHomeAlone: goesHomeAlone, startedAt: now)
    }

    /// A machine that has read its record.
    static func begun(
        own: Mode = .primary, _ stored: ReignRecord = .first(of: .guest), goesHomeAlone: Bool = false
    ) -> ReignScene {
        var scene = ReignScene(own: own, stored, goesHomeAlone: goesHomeAlone)
        scene.take(.tick)
        scene.log = []
        return scene
    }

    /// Takes an input; an obedient store carries out what follows, at once.
    mutating func take(_ input: ReignInput) {
        let directives = machine.take(input, at: now)
        log += directives
        for directive in directives {
            if case .ask(let question) = directive { self.question = question }
            if isObedient, let outcome = carryOut(directive) { take(outcome) }
        }
    }

    /// What a store would answer.
    mutating func carryOut(_ directive: ReignDirective) -> ReignInput? {
        switch directive {
        case .load: return .loaded(stored)
        case .store(let wanted):
            stored = stored.storing(wanted)
            return .stored(stored)
        case .raiseBarrier(let reign):
            stored = stored.storing(ReignRecord(reign, .closed))
            return .barrierRaised(end: Self.end)
        case .lowerBarrier(let reign):
            stored = stored.storing(ReignRecord(reign))
            return .barrierLowered
        case .holds, .ask, .announce, .refusedTakeover, .refusedGiveback, .told: return nil
        }
    }

    /// The peer is there, well, and knows this node's reign.
    mutating func peerIsWell() {
        take(.peerStands(.heard(NodeAbility()), isSeeingEachOther: true))
        if let announced = machine.announced { take(.heard(announced)) }
    }

    mutating func peerIsGone() { take(.peerStands(.unheard(asteriskAnswers: false), isSeeingEachOther: false)) }

    mutating func answer(_ verdict: HandoverVerdict) {
        if let question { take(.answered(question, verdict)) }
    }

    mutating func pass(_ duration: Duration, step: Duration = .milliseconds(100)) {
        let until = now + duration
        while now < until {
            now = now + step
            take(.tick)
        }
    }

    /// The daemon is killed and starts anew: only what is stored is left.
    mutating func restart() {
        machine = ReignMachine(scope: .guest, own: own, goesHomeAlone: goesHomeAlone, startedAt: now)
        (isObedient, log, question) = (true, [], nil)
        take(.tick)
    }

    var news: [ReignNews] {
        log.compactMap { directive in
            guard case .told(let news) = directive else { return nil }
            return news
        }
    }
}

extension ReignRecord {
    static func guest(_ owner: Mode, _ epoch: UInt64, _ phase: ReignPhase = .settled) -> ReignRecord {
        ReignRecord(.guest(owner, epoch), phase)
    }
}

extension Ownership {
    static func guest(_ owner: Mode, _ epoch: UInt64) -> Ownership {
        Ownership(scope: .guest, owner: owner, epoch: Epoch(rawValue: epoch))
    }
}
