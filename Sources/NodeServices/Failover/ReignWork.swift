import PairLogic
import Vocabulary

/// What is to be done outside because of a change of ownership.
enum ReignWork: Sendable, Hashable {
    /// What a scope's machine wants done; what comes of it is its next input.
    enum Step: Sendable, Hashable {
        case load(Scope)
        case store(ReignRecord)
        case raiseBarrier(Ownership)
        case lowerBarrier(Ownership)
        case ask(HandoverQuestion)

        var scope: Scope {
            switch self {
            case .load(let scope): scope
            case .store(let record): record.ownership.scope
            case .raiseBarrier(let reign), .lowerBarrier(let reign): reign.scope
            case .ask(let question): question.reign.scope
            }
        }
    }

    case step(Step)
    /// The owner of a scope is to be asked to give it back here, to its home.
    case request(Scope)
}
