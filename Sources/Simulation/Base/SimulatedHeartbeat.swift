import HotelLogic
import PairLogic
import Vocabulary

/// A heartbeat on its way.
struct SimulatedHeartbeat {
    var facts: HeartbeatFacts
    /// By true time, which nobody in the world knows.
    let sentAt: Instant
    /// How the sender stands towards ringing; nil before it has read its ledger.
    var stand: RingingStand?
    /// How long its ringing had stood still.
    var pause: Duration = .zero
}
