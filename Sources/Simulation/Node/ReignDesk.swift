import PairLogic
import Vocabulary

/// One scope's ownership as a running daemon carries it: the machine, and what its store is at work on for it.
struct ReignDesk {
    /// What the store was asked for.
    enum Work {
        case load
        case store(ReignRecord)
        case raise(Ownership)
        case lower(Ownership)
    }

    var machine: ReignMachine
    var work: Work?
    /// Which work is under way: what was planned for another does not happen.
    var number = 0
    /// Until when open writers are waited for.
    var deadline: Instant?
    /// The run of the database that was asked.
    var databaseRun = 0
    /// The question that was asked last.
    var asked: HandoverQuestion?

    init(_ scope: Scope, of mode: Mode, goesHomeAlone: Bool, at now: Instant) {
        machine = ReignMachine(
            scope: scope, own: mode, goesHomeAlone: goesHomeAlone, timings: Self.timings, startedAt: now)
    }

    /// The product's, but for what a life of less than a minute would never see.
    private static let timings: ReignTimings = {
        var timings = ReignTimings()
        timings.stability = .seconds(4)
        timings.catchUpLimit = .seconds(6)
        return timings
    }()
}
