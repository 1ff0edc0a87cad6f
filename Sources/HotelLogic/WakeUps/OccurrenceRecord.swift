import Vocabulary

/// All that is known of one occurrence: which attempts were claimed by whom, how they ended, and what came of it.
///
/// Records of two nodes merge to the same one on both, in whatever order and however often.
package struct OccurrenceRecord: Sendable, Hashable {
    /// An attempt of one node; nodes that do not see each other may both make the first one.
    package struct Key: Sendable, Hashable, Comparable {
        package let number: Int
        package let node: Mode

        package init(_ number: Int, _ node: Mode) {
            self.number = number
            self.node = node
        }

        package static func < (left: Key, right: Key) -> Bool {
            (left.number, left.node.number) < (right.number, right.node.number)
        }
    }

    package private(set) var attempts: [Key: AttemptRecord] = [:]
    /// A call for another wake-up of the room was answered then.
    private(set) var coveredAt: WallTime?
    private(set) var givenUpAt: WallTime?
    package private(set) var givingUp: RingingStep.GivingUp?
    private(set) var reportedAt: WallTime?
    package private(set) var isHandedOver = false

    package init() {}

    // MARK: Inputs

    mutating func fold(_ step: RingingStep, of event: WakeUpEvent) {
        let at = event.at
        switch step {
        case .claimed(let number): note(Key(number, event.node), event) { _ in }
        case .rang(let number, _): note(Key(number, event.node), event) { $0.hasRung = true }
        case .answered(let number?): end(Key(number, event.node), event, .answered(at: at))
        case .answered(nil): coveredAt = Self.latest(coveredAt, at)
        case .snoozed(let number, let until): end(Key(number, event.node), event, .snoozed(at: at, until: until))
        case .failed(let number, let failure): end(Key(number, event.node), event, .failed(failure, at: at))
        case .lapsed(let number, let node): end(Key(number, node), event, .failed(.lost, at: at))
        case .handedOver: isHandedOver = true
        case .givenUp(let reason):
            if givenUpAt.map({ at >= $0 }) ?? true { givingUp = reason }
            givenUpAt = Self.latest(givenUpAt, at)
        case .reported: reportedAt = Self.latest(reportedAt, at)
        }
    }

    mutating func merge(_ other: OccurrenceRecord) {
        attempts.merge(other.attempts) { one, two in
            var merged = one
            merged.merge(two)
            return merged
        }
        if let at = other.givenUpAt, givenUpAt.map({ at >= $0 }) ?? true { givingUp = other.givingUp }
        coveredAt = Self.latest(coveredAt, other.coveredAt)
        givenUpAt = Self.latest(givenUpAt, other.givenUpAt)
        reportedAt = Self.latest(reportedAt, other.reportedAt)
        isHandedOver = isHandedOver || other.isHandedOver
    }

    private mutating func note(_ key: Key, _ event: WakeUpEvent, _ change: (inout AttemptRecord) -> Void) {
        var attempt = AttemptRecord(claimedAt: event.at, epoch: event.epoch, room: event.room)
        if let known = attempts[key] { attempt.merge(known) }
        change(&attempt)
        attempts[key] = attempt
    }

    private mutating func end(_ key: Key, _ event: WakeUpEvent, _ outcome: AttemptRecord.Outcome) {
        note(key, event) { $0.outcome = outcome.merging($0.outcome) }
    }

    private static func latest(_ one: WallTime?, _ two: WallTime?) -> WallTime? {
        [one, two].compactMap { $0 }.max()
    }

    // MARK: Queries

    /// The last wish for another call, and when it is due.
    package var snooze: (at: WallTime, until: WallTime)? {
        attempts.values.compactMap { attempt -> (at: WallTime, until: WallTime)? in
            guard case .snoozed(let at, let until)? = attempt.outcome else { return nil }
            return (at, until)
        }.max { ($0.at, $0.until) < ($1.at, $1.until) }
    }

    package var snoozesCount: Int { attempts.values.count { if case .snoozed? = $0.outcome { true } else { false } } }

    /// Answered, and no other call was asked for after it.
    package var isAnswered: Bool { isAfterSnooze(answeredAt) }
    /// When somebody was woken last, whatever was asked for then.
    private var answeredAt: WallTime? {
        let answers = attempts.values.compactMap { attempt -> WallTime? in
            guard case .answered(let at)? = attempt.outcome else { return nil }
            return at
        }
        return (answers + [coveredAt].compactMap { $0 }).max()
    }

    package var isGivenUp: Bool { !isAnswered && isAfterSnooze(givenUpAt) }
    package var isEnded: Bool { isAnswered || isGivenUp }
    /// What ended it, as any node may write it down: nothing later than that came to be known of it.
    var ending: (step: RingingStep, at: WallTime)? {
        if isAnswered, let answeredAt { return (.answered(nil), answeredAt) }
        if isGivenUp, let givenUpAt, let givingUp { return (.givenUp(givingUp), givenUpAt) }
        return nil
    }
    /// The desk has taken note that it was given up.
    package var isReported: Bool { isAfterSnooze(reportedAt) }

    /// Somebody took another attempt after that moment, or the desk took note.
    func hasEnded(after moment: WallTime, otherThanBy key: Key) -> Bool {
        let answers = attempts.compactMap { other, attempt -> WallTime? in
            guard other != key else { return nil }
            switch attempt.outcome {
            case .answered(let at), .snoozed(let at, _): return at
            case .failed, nil: return nil
            }
        }
        return (answers + [coveredAt, reportedAt].compactMap { $0 }).contains { $0 > moment }
    }

    private func isAfterSnooze(_ moment: WallTime?) -> Bool {
        guard let moment else { return false }
        return snooze.map { moment > $0.at } ?? true
    }

    /// Attempts of which nobody has told how they ended, the first first.
    package var running: [(key: Key, attempt: AttemptRecord)] {
        attempts.filter { $0.value.outcome == nil }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Failures since the last snooze, the latest last.
    package var failures: [(failure: AttemptFailure, at: WallTime)] {
        let from = snooze?.at
        return attempts.values.compactMap { attempt -> (failure: AttemptFailure, at: WallTime)? in
            guard case .failed(let failure, let at)? = attempt.outcome else { return nil }
            guard from.map({ at > $0 }) ?? true else { return nil }
            return (failure, at)
        }.sorted { $0.at < $1.at }
    }

    /// The latest moment of all that is known; what happens next happens after it, whatever the clock says.
    package var latestAt: WallTime? {
        let ofAttempts = attempts.values.flatMap { [$0.claimedAt, $0.outcome?.at ?? $0.claimedAt] }
        return (ofAttempts + [coveredAt, givenUpAt, reportedAt].compactMap { $0 }).max()
    }

    /// The number of the next attempt.
    package var nextNumber: Int { (attempts.keys.map(\.number).max() ?? 0) + 1 }
}
