import PairLogic
import Ports
import Vocabulary

/// Everything that reaches the pair's service, in one queue.
enum PairInput: Sendable {
    case socket(HeartbeatEvent)
    case probed(PathName, ProbeOutcome)
    case feedMoved
    case ringingMoved
    case tick
}
