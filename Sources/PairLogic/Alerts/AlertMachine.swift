import Vocabulary

/// Which events are told over one channel, and when: the same thing once in an interval and afterwards by number, one
/// notice at a time, and again after ever longer pauses where the channel does not take it. A trouble that is over
/// before anybody heard of it is not told. Many of one kind are told together.
///
/// Every event leaves exactly once: as told, or as not to be told. What waits stays due where events are kept.
package struct AlertMachine: Sendable, Hashable {
    /// Notices that may wait; the oldest make room and are counted.
    package static let waitingMax = 1_000
    /// Kinds and subjects that are kept apart; further ones are told each time.
    package static let subjectsMax = 2_000
    /// How long a trouble must last to be told; a call for help is told at once.
    package static let lastingMin = Duration.seconds(5)
    /// How often in an interval a trouble may end before it was told; then it is told all the same.
    package static let flapsMax = 3
    /// How many notices of one sort are told one by one within `apartFor`; what is more is told together.
    package static let apartMax = 5
    package static let apartFor = Duration.seconds(60)
    /// How many notices are told in one at most.
    package static let togetherMax = 100
    /// How many different calls for somebody to act are told of one kind and subject within an interval.
    package static let callsMax = 10
    /// The pauses between tries: each twice the one before, shortened by chance.
    package static let pauseMin = Duration.seconds(5)
    package static let pauseMax = Duration.seconds(600)

    private struct Key: Sendable, Hashable {
        let kind: EventKind
        let subject: String

        init(_ event: Event) {
            kind = event.kind
            subject = event.subject
        }
    }

    /// What may be told together.
    private struct Sort: Sendable, Hashable {
        let kind: EventKind
        let severity: Severity
        let isOver: Bool

        init(_ event: Event) {
            kind = event.kind
            severity = event.severity
            isOver = event.isOver
        }
    }

    private struct Waiting: Sendable, Hashable {
        var notice: AlertNotice
        let readyAt: Instant
        /// It is told again just as it was: whoever took it without saying so knows it by its number.
        var isTried = false

        func concerns(_ key: Key) -> Bool { notice.parts.contains { Key($0.event) == key } }
    }

    /// What was told of one kind and subject in the current interval.
    private struct Gate: Sendable, Hashable {
        var since: Instant
        /// nil while nothing was.
        var gravest: Severity?
        var hasEnded = false
        var flaps = 0
        /// The words by which somebody was called to act.
        var calls: Set<String> = []
        /// What came since and waits for the interval to be over.
        var held: AlertNotice?

        /// Whether an event says more than what was told.
        func isNews(_ event: Event) -> Bool {
            if event.isOver { return !hasEnded }
            guard let gravest, event.severity <= gravest else { return true }
            return isCall(event) && !calls.contains(event.words) && calls.count < AlertMachine.callsMax
        }

        mutating func tells(_ event: Event) {
            gravest = max(gravest ?? event.severity, event.severity)
            hasEnded = hasEnded || event.isOver
            if isCall(event) { calls.insert(event.words) }
        }

        /// Somebody must act upon each such event; others say how something is, and that may come and go.
        private func isCall(_ event: Event) -> Bool {
            event.severity == .alert && !event.isOver && (event.kind == .wakeUp || event.kind == .emergency)
        }
    }

    private let policy: AlertPolicy
    private var waiting: [Waiting] = []
    private var underWay: Waiting?
    private var gates: [Key: Gate] = [:]
    /// Troubles that were told and are not over.
    private var troubles: Set<Key> = []
    /// When notices of a sort were told lately.
    private var toldAt: [Sort: [Instant]] = [:]
    private var pause = AlertMachine.pauseMin
    private var nextTryAt = Instant(nanoseconds: 0)
    private var leftOut = 0
    /// Events that were let go while time passed; the next input gives them.
    private var spilled: [UInt64] = []

    package init(policy: AlertPolicy) { self.policy = policy }

    /// Notices that wait to be told, those that are held and the one under way too.
    package var waitingCount: Int {
        waiting.count + gates.values.count { $0.held != nil } + (underWay == nil ? 0 : 1)
    }

    // MARK: Inputs

    /// Something happened; gives the events that are settled by it: not to be told, or let go for want of room.
    package mutating func heard(_ line: EventLine, at now: Instant) -> [UInt64] {
        release(at: now)
        let event = line.event
        let key = Key(event)
        if event.isOver, let settled = cancel(key) { return takeSpilled() + settled + [line.id] }
        let endsTrouble = event.isOver && (troubles.contains(key) || gates[key]?.held != nil || isUnderWay(key))
        guard event.severity >= policy.minimum || endsTrouble else { return takeSpilled() + [line.id] }
        guard gates[key] != nil || gates.count < Self.subjectsMax else {
            enqueue(AlertNotice(line), at: now)
            return takeSpilled()
        }
        var gate = gates[key] ?? Gate(since: now)
        var notice = AlertNotice(line)
        if let held = gate.held {
            notice = held
            notice.add(line)
        }
        let isNews = gate.isNews(event)
        gate.held = isNews ? nil : notice
        if isNews {
            gate.tells(event)
            enqueue(notice, at: now)
        }
        gates[key] = gate
        return takeSpilled()
    }

    /// The notice to be told now, which is then under way; nil where there is none, or the channel is given a rest.
    package mutating func next(at now: Instant) -> AlertNotice? {
        release(at: now)
        guard underWay == nil, now >= nextTryAt, var next = take(at: now) else { return nil }
        next.notice.leftOut = leftOut
        next.isTried = true
        underWay = next
        return next.notice
    }

    /// The channel took what was under way; gives the events that are settled.
    package mutating func delivered() -> [UInt64] {
        guard let notice = underWay?.notice else { return takeSpilled() }
        underWay = nil
        leftOut -= notice.leftOut
        pause = Self.pauseMin
        nextTryAt = Instant(nanoseconds: 0)
        for part in notice.parts {
            let key = Key(part.event)
            if part.event.isOver {
                troubles.remove(key)
            } else if troubles.count < Self.subjectsMax {
                troubles.insert(key)
            }
        }
        return takeSpilled() + notice.allLines
    }

    /// The channel did not take it: it is tried again.
    ///
    /// - Parameter chance: from 0 to 1, drawn anew each time.
    package mutating func failed(at now: Instant, chance: Double) {
        guard let tried = underWay else { return }
        underWay = nil
        waiting.insert(tried, at: 0)
        nextTryAt = now + pause * (0.5 + 0.5 * min(max(chance, 0), 1))
        pause = min(pause * 2, Self.pauseMax)
    }

    // MARK: Inside

    /// Takes the first notice that may be told, and with it those of its sort where they are many. None overtakes an
    /// earlier one about the same thing.
    private mutating func take(at now: Instant) -> Waiting? {
        if waiting.first?.isTried == true { return waiting.removeFirst() }
        var places: [Int] = []
        var passed: Set<Key> = []
        for (place, one) in waiting.enumerated() {
            let event = one.notice.event
            let fits = places.first.map { sort(at: $0) == Sort(event) } ?? mayTell(Sort(event), at: now)
            if fits, one.readyAt <= now, !passed.contains(Key(event)) {
                places.append(place)
            } else {
                passed.insert(Key(event))
            }
        }
        guard let first = places.first else { return nil }
        let lately = toldLately(sort(at: first), at: now)
        if lately.count + places.count <= Self.apartMax { places = [first] }
        // Where they are too many even for one, the others follow at once.
        if places.count <= Self.togetherMax { toldAt[sort(at: first)] = lately + [now] }
        places = Array(places.prefix(Self.togetherMax))
        var taken = waiting[first]
        taken.notice.others = places.dropFirst().map { waiting[$0].notice }
        for place in places.reversed() { waiting.remove(at: place) }
        return taken
    }

    private func sort(at place: Int) -> Sort { Sort(waiting[place].notice.event) }

    /// Whether a sort is not at rest, for more of it to gather. Calls for help never are.
    private func mayTell(_ sort: Sort, at now: Instant) -> Bool {
        sort.kind == .emergency || toldLately(sort, at: now).count < Self.apartMax
    }

    private func toldLately(_ sort: Sort, at now: Instant) -> [Instant] {
        toldAt[sort, default: []].filter { now - $0 < Self.apartFor }
    }

    private func isUnderWay(_ key: Key) -> Bool {
        let known = waiting + (underWay.map { [$0] } ?? [])
        return known.contains { $0.concerns(key) && !$0.notice.event.isOver }
    }

    /// Takes back a trouble that nobody was told of; what is settled by it.
    private mutating func cancel(_ key: Key) -> [UInt64]? {
        guard !troubles.contains(key), var gate = gates[key], gate.flaps < Self.flapsMax, gate.held == nil,
            underWay?.concerns(key) != true, let place = waiting.firstIndex(where: { $0.concerns(key) }),
            !waiting[place].isTried, !waiting[place].notice.event.isOver
        else { return nil }
        gate.gravest = nil
        gate.flaps += 1
        gates[key] = gate
        return waiting.remove(at: place).notice.lines
    }

    /// What was held becomes a notice of its own once its interval is over, and begins the next one.
    private mutating func release(at now: Instant) {
        let over = gates.filter { now - $0.value.since >= policy.interval }
        for key in over.keys { gates[key] = nil }
        let held = over.compactMap { key, gate in gate.held.map { (key, $0) } }.sorted { $0.1.id < $1.1.id }
        for (key, notice) in held {
            var gate = Gate(since: now)
            gate.tells(notice.event)
            gates[key] = gate
            enqueue(notice, at: now)
        }
    }

    private mutating func enqueue(_ notice: AlertNotice, at now: Instant) {
        let isUrgent = notice.event.kind == .emergency || notice.event.isOver
        waiting.append(Waiting(notice: notice, readyAt: isUrgent ? now : now + Self.lastingMin))
        guard waiting.count > Self.waitingMax else { return }
        let lost = waiting.remove(at: waiting.firstIndex { !$0.isTried } ?? 0).notice
        leftOut += lost.allLines.count
        spilled += lost.allLines
    }

    private mutating func takeSpilled() -> [UInt64] {
        defer { spilled = [] }
        return spilled
    }
}
