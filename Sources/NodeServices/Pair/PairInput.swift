import PairLogic
import Ports
import Vocabulary

/// Everything that reaches the pair's service, in one queue.
enum PairInput: Sendable {
    case socket(HeartbeatEvent)
    case probed(PathName, ProbeOutcome)
    case feedMoved
    /// The next heartbeat says something new that the peer is to hear at once.
    case standMoved
    case tick
}
