import HotelLogic
import Vocabulary

/// How this node's ringing of wake-ups stands; the ringing service writes it, heartbeat and console read it.
package struct RingingStanding: Sendable, Hashable {
    package var stand: RingingStand
    /// Whether it claims what is due, be it in the peer's stead.
    package var rings: Bool
    /// When it was last at work.
    package var lastStep: Instant
    /// Occurrences that are due and have not ended, as far as this node is concerned.
    package var dueCount: Int
    /// Lines of the ledger that are not on the disk yet.
    package var unkeptCount: Int
    /// What became due by a clock that is not trusted waits.
    package var isClockHeld: Bool

    package init(
        stand: RingingStand, rings: Bool, lastStep: Instant, dueCount: Int, unkeptCount: Int, isClockHeld: Bool = false
    ) {
        self.isClockHeld = isClockHeld
        self.stand = stand
        self.rings = rings
        self.lastStep = lastStep
        self.dueCount = dueCount
        self.unkeptCount = unkeptCount
    }
}
