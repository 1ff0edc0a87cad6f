import PairLogic
import Vocabulary

/// Everything that reaches the service of reigns, in one queue.
enum ReignEvent: Sendable {
    /// Time passed, or the board has news.
    case look
    /// A step came to this.
    case came(Scope, ReignInput)
    /// The owner was asked to give a scope back; nil where it begins to.
    case requested(Scope, refusal: String?)
    case ordered(ReignOrder)
}
