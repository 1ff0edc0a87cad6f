import HotelLogic
import Vocabulary

/// How the peer stands towards ringing, as its newest heartbeat told.
package struct PeerRinging: Sendable, Hashable {
    package let stand: RingingStand
    /// How long its ringing had stood still when it was sent.
    package let pause: Duration
    package let at: Instant

    package init(stand: RingingStand, pause: Duration, at: Instant) {
        self.stand = stand
        self.pause = pause
        self.at = at
    }
}
