import HotelLogic
import Vocabulary

/// A line of the wake-up ledger as it is kept: what happened, under a key that no other line of either node has.
package struct WakeUpLine: Sendable, Hashable {
    /// The life of the writing node's feed, so that a restored node repeats no key.
    package let incarnation: Incarnation
    /// Counted by the writing node in that life.
    package let sequence: UInt64
    package let event: WakeUpEvent

    package init(incarnation: Incarnation, sequence: UInt64, event: WakeUpEvent) {
        self.incarnation = incarnation
        self.sequence = sequence
        self.event = event
    }
}
