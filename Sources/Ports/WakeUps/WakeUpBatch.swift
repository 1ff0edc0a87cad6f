import HotelLogic
import Vocabulary

/// Lines of this node that are to be kept together.
package struct WakeUpBatch: Sendable, Hashable {
    /// Tells a batch that is offered again, because its receipt was lost, from a new one: batches of one run are
    /// offered in the order of their numbers.
    package struct Number: Sendable, Hashable {
        package let run: BootID
        package let serial: UInt64

        package init(run: BootID, serial: UInt64) {
            self.run = run
            self.serial = serial
        }
    }

    /// All of this node.
    package let events: [WakeUpEvent]
    package let number: Number?
    /// Kept only while this node owns the guest scope. What people change waits on its owner; what happened does not.
    package let isOfOwner: Bool

    package init(_ events: [WakeUpEvent], number: Number? = nil, isOfOwner: Bool = false) {
        self.events = events
        self.number = number
        self.isOfOwner = isOfOwner
    }
}
