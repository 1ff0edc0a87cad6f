import Vocabulary

/// What follows from an input of a ``ReignMachine``. The order is a promise: duties stop or begin first, then
/// what is stored already is announced, then something is stored or asked, and people hear of it last.
package enum ReignDirective: Sendable, Hashable {
    /// From now on this holds for every duty of the scope.
    case holds(ScopeHolder)
    /// Read what is stored; the answer is `loaded` or `loadFailed`.
    case load
    /// Store this, unless a higher reign is there; the answer is `stored` or `storeFailed`.
    case store(ReignRecord)
    /// Wait for open writers of this reign and let no new ones begin; the answer is `barrierRaised` or
    /// `barrierRefused`.
    case raiseBarrier(Ownership)
    /// Let writers write again; the answer is `barrierLowered` or `barrierStuck`.
    case lowerBarrier(Ownership)
    /// Ask the peer; the answer is `answered` or `unanswered`.
    case ask(HandoverQuestion)
    /// This is stored: tell the peer at once.
    case announce(Ownership)
    case refusedTakeover(TakeoverRefusal)
    case refusedGiveback(GivebackRefusal)
    case told(ReignNews)
}

extension ReignDirective {
    static func inOrder(_ directives: [ReignDirective]) -> [ReignDirective] {
        (0...3).flatMap { rank in directives.filter { $0.rank == rank } }
    }

    private var rank: Int {
        switch self {
        case .holds: 0
        case .announce: 1
        case .load, .store, .raiseBarrier, .lowerBarrier, .ask: 2
        case .refusedTakeover, .refusedGiveback, .told: 3
        }
    }
}
