import HotelLogic
import Vocabulary

/// What was kept of a request about guests.
package struct GuestOutcome: Sendable, Hashable {
    /// What the decision was made over.
    package let reading: GuestReading
    package let decision: GuestDecision
    /// Once the peer has read this node's feed as far, it has all of it: the position of its last entry or, where
    /// everything was so already, of the last there was. nil where it is not captured.
    package let position: FeedPosition?

    package init(reading: GuestReading, decision: GuestDecision, position: FeedPosition?) {
        self.reading = reading
        self.decision = decision
        self.position = position
    }

    /// The house as it is after it.
    package var house: GuestHouse {
        var house = reading.house
        for change in decision.stay.changes { house.fold(change) }
        return house
    }
}
