import Vocabulary

/// Which events are told over one channel, and when: the same thing once in an interval and afterwards by number, one
/// notice at a time, and again after ever longer pauses where the channel does not take it. A trouble that is over
/// before anybody heard of it is not told.
///
/// Every event leaves exactly once: as told, or as not to be told. What waits stays due where events are kept.
package struct AlertMachine: Sendable, Hashable {
    /// Notices that may wait; the oldest make room and are counted.
    package static let waitingMax = 500
    /// Kinds and subjects that are kept apart; further ones are told each time.
    package static let subjectsMax = 2_000
    /// How long a trouble must last to be told; a call for help is told at once.
    package static let lastingMin = Duration.seconds(5)
    /// How often in an interval a trouble may end before it was told; then it is told all the same.
    package static let flapsMax = 3
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

    private struct Waiting: Sendable, Hashable {
        var notice: AlertNotice
        let readyAt: Instant
        var isTried = false
    }

    /// What was told of one kind and subject in the current interval.
    private struct Gate: Sendable, Hashable {
        var since: Instant
        /// nil while nothing was.
        var gravest: Severity?
        var hasEnded = false
        var flaps = 0
        /// What came since and waits for the interval to be over.
        var held: AlertNotice?
    }

    private let policy: AlertPolicy
    private var waiting: [Waiting] = []
    private var underWay: Waiting?
    private var gates: [Key: Gate] = [:]
    /// Troubles that were told and are not over.
    private var troubles: Set<Key> = []
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
        let isNews = event.isOver ? !gate.hasEnded : gate.gravest.map { event.severity > $0 } ?? true
        gate.held = isNews ? nil : notice
        if isNews {
            gate.gravest = max(gate.gravest ?? event.severity, event.severity)
            gate.hasEnded = gate.hasEnded || event.isOver
            enqueue(notice, at: now)
        }
        gates[key] = gate
        return takeSpilled()
    }

    /// The notice to be told now, which is then under way; nil where there is none, or the channel is given a rest.
    package mutating func next(at now: Instant) -> AlertNotice? {
        release(at: now)
        guard underWay == nil, now >= nextTryAt, let place = waiting.firstIndex(where: { $0.readyAt <= now }) else {
            return nil
        }
        var next = waiting.remove(at: place)
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
        let key = Key(notice.event)
        if notice.event.isOver {
            troubles.remove(key)
        } else if troubles.count < Self.subjectsMax {
            troubles.insert(key)
        }
        return takeSpilled() + notice.lines
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

    private func isUnderWay(_ key: Key) -> Bool {
        let known = waiting + (underWay.map { [$0] } ?? [])
        return known.contains { Key($0.notice.event) == key && !$0.notice.event.isOver }
    }

    /// Takes back a trouble that nobody was told of; what is settled by it.
    private mutating func cancel(_ key: Key) -> [UInt64]? {
        guard !troubles.contains(key), var gate = gates[key], gate.flaps < Self.flapsMax, gate.held == nil,
            let place = waiting.firstIndex(where: { Key($0.notice.event) == key }), !waiting[place].isTried,
            !waiting[place].notice.event.isOver
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
            gates[key] = Gate(since: now, gravest: notice.event.severity, hasEnded: notice.event.isOver)
            enqueue(notice, at: now)
        }
    }

    private mutating func enqueue(_ notice: AlertNotice, at now: Instant) {
        let isUrgent = notice.event.kind == .emergency || notice.event.isOver
        waiting.append(Waiting(notice: notice, readyAt: isUrgent ? now : now + Self.lastingMin))
        guard waiting.count > Self.waitingMax else { return }
        let lost = waiting.removeFirst().notice
        leftOut += lost.count
        spilled += lost.lines
    }

    private mutating func takeSpilled() -> [UInt64] {
        defer { spilled = [] }
        return spilled
    }
}
