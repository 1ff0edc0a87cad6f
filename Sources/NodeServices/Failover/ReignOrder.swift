import PairLogic
import Ports
import Vocabulary

/// What an operator wants of who owns what, and where its steps are told.
struct ReignOrder: Sendable {
    /// What is wanted.
    enum Wish: Sendable, Hashable {
        case takeOver(isForced: Bool)
        case giveBack(ReignOrigin)
        /// A giveback that has not reached its commit point is to end, and nothing to change.
        case stopGiveback
    }

    let wish: Wish
    /// The scopes of which the end was not told yet.
    var remaining: Set<Scope>
    /// When it is told that nothing more is to be expected.
    let deadline: Instant
    let steps: AsyncStream<ReignStepReport>.Continuation
    /// Counts the orders of one run.
    var serial = 0
    /// The scopes that it was not begun for, since something else takes a moment there; until then.
    var waiting: Set<Scope> = []
    var waitsUntil = Instant(nanoseconds: 0)
    /// Failures that are told once all is as it was before, so that whoever looks then finds it so.
    private(set) var held: [Scope: Held] = [:]

    /// Why nothing changed, and until when that waits to be told.
    struct Held: Sendable {
        let words: String
        let until: Instant
    }

    /// Tells a failure later, by `tellHeld`.
    mutating func hold(_ scope: Scope, _ words: String, until limit: Instant) {
        guard remaining.contains(scope) else { return }
        held[scope] = Held(words: words, until: limit)
    }

    /// Tells the failure that was held, where there is one.
    mutating func tellHeld(_ scope: Scope) {
        guard let failure = held.removeValue(forKey: scope) else { return }
        tell(scope, .failed, failure.words)
    }

    /// Tells one step, and ends the stream with the last one of the last scope.
    ///
    /// Where a failure is held, it is the last one, whatever troubles come of putting things in order.
    mutating func tell(_ scope: Scope, _ phase: ReignStepReport.Phase, _ words: String) {
        guard remaining.contains(scope), !phase.isLast || held[scope] == nil else { return }
        // What others hear of as a failure is what was wanted.
        let phase = wish == .stopGiveback && phase == .failed ? .done : phase
        steps.yield(ReignStepReport(scope: scope, phase: phase, words: words))
        if phase.isLast { remaining.remove(scope) }
        if remaining.isEmpty { steps.finish() }
    }

    /// Tells the same of every scope that is left, and ends.
    mutating func end(_ words: String) {
        for scope in held.keys { tellHeld(scope) }
        for scope in remaining.sorted(by: { $0.rawValue < $1.rawValue }) { tell(scope, .failed, words) }
        steps.finish()
    }
}
