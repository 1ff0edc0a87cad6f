import Vocabulary

@testable import PairLogic

/// One node of a ``ReignPair``: a daemon that may be dead, and a disk that outlives it.
struct ReignNode {
    let mode: Mode
    private let goesHomeAlone: Bool
    private let timings: ReignTimings

    /// nil while the daemon is dead.
    private(set) var machine: ReignMachine?
    private(set) var pending: ReignDirective?
    var asked: (question: HandoverQuestion, at: Int)?
    private var startedAt = 0
    private var heardAt: Int?
    private var peerAbility = NodeAbility()

    private(set) var stored = ReignRecord.first(of: .guest)
    /// What was stored when it was last looked at.
    var noted = ReignRecord.first(of: .guest)
    /// All that was ever stored: the images that a restore may put back.
    private var images: [ReignRecord] = [.first(of: .guest)]
    /// How much this node has written in its present life, and how much of the peer's it has.
    private(set) var feed = 0
    private(set) var life = 1
    private(set) var cursor = 0
    private var peerLife = 1
    /// The step up to which a restored node takes back what it lost; nil for a whole one.
    private var wholeAt: Int?

    init(_ mode: Mode, goesHomeAlone: Bool, timings: ReignTimings) {
        self.mode = mode
        self.goesHomeAlone = goesHomeAlone
        self.timings = timings
        start(at: 0)
    }

    static func instant(_ step: Int) -> Instant { Instant(nanoseconds: 1_000_000_000_000) + .milliseconds(100 * step) }

    mutating func start(at step: Int) {
        guard machine == nil else { return }
        machine = ReignMachine(
            scope: .guest, own: mode, goesHomeAlone: goesHomeAlone, timings: timings,
            startedAt: Self.instant(step))
        (startedAt, heardAt, asked, pending) = (step, nil, nil, nil)
    }

    mutating func crash(reachedDisk: Bool) {
        if pending != nil { _ = carryOut(reachedDisk: reachedDisk, isDark: true) }
        machine = nil
    }

    mutating func restore(image: UInt64) {
        stored = images[Int(image % UInt64(images.count))]
        noted = stored
        (feed, cursor, life) = (0, 0, life + 1)
        wholeAt = .max
    }

    var ability: NodeAbility { NodeAbility(isRestored: wholeAt != nil) }

    mutating func heard(_ ability: NodeAbility, at step: Int) {
        (heardAt, peerAbility) = (step, ability)
        if wholeAt == .max { wholeAt = step + 50 }
    }

    func presence(at step: Int) -> PeerPresence {
        guard let heardAt else { return step - startedAt < 150 ? .unknown : .unheard(asteriskAnswers: false) }
        return step - heardAt < 30 ? .heard(peerAbility) : .unheard(asteriskAnswers: false)
    }

    func life(of peer: Mode) -> Int { peerLife }

    /// A program writes; the database takes it as this node's only where the stored record says so.
    mutating func write() {
        if stored.ownership.owner == mode, stored.phase == .settled { feed += 1 }
    }

    mutating func copied(from peer: ReignNode, upTo position: Int, at step: Int) {
        if peer.life != peerLife { (peerLife, cursor) = (peer.life, 0) }
        cursor = max(cursor, position)
        if let wholeAt, step >= wholeAt { self.wholeAt = nil }
    }

    func verdict(on question: HandoverQuestion) -> HandoverVerdict? {
        guard let machine else { return nil }
        // Before the barrier the question is asked without an end; the pair's copy is near enough then.
        let end = question.end ?? FeedMark(incarnation: Incarnation(rawValue: UInt64(peerLife)), head: .start)
        let isReached = end.incarnation.rawValue == UInt64(peerLife) && UInt64(cursor) >= end.head.rawValue
        return machine.verdict(on: question, progress: isReached ? .reached : .behind("some"))
    }

    mutating func take(_ input: ReignInput, at step: Int) -> [ReignDirective] {
        let directives = machine?.take(input, at: Self.instant(step)) ?? []
        for directive in directives {
            switch directive {
            case .load, .store, .raiseBarrier, .lowerBarrier:
                precondition(pending == nil, "\(directive) while \(String(describing: pending)) is under way")
                pending = directive
            case .ask(let question): asked = (question, step)
            case .holds, .announce, .refusedTakeover, .refusedGiveback, .told: break
            }
        }
        return directives
    }

    /// Carries out what is pending. In the dark nobody hears whether it reached the disk.
    mutating func carryOut(reachedDisk: Bool, isDark: Bool) -> ReignInput? {
        defer { pending = nil }
        switch pending {
        case .load: return isDark ? .loadFailed("in the dark") : .loaded(stored)
        case .store(let wanted):
            if reachedDisk { put(wanted) }
            return isDark ? .storeFailed("in the dark") : .stored(stored)
        case .raiseBarrier(let reign):
            if reachedDisk { put(ReignRecord(reign, .closed)) }
            guard !isDark, stored == ReignRecord(reign, .closed) else { return .barrierRefused("in the dark") }
            let head = FeedPosition(rawValue: UInt64(feed))
            return .barrierRaised(end: FeedMark(incarnation: Incarnation(rawValue: UInt64(life)), head: head))
        case .lowerBarrier(let reign):
            if reachedDisk { put(ReignRecord(reign)) }
            return isDark ? .barrierStuck("in the dark") : .barrierLowered
        case .holds, .ask, .announce, .refusedTakeover, .refusedGiveback, .told, nil: return nil
        }
    }

    private mutating func put(_ wanted: ReignRecord) {
        stored = stored.storing(wanted)
        images.append(stored)
    }
}
