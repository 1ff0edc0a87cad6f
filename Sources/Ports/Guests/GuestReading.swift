import HotelLogic
import Vocabulary

/// The guests as this node's database holds them at one moment.
package struct GuestReading: Sendable, Hashable {
    /// This node, and who owns the guests.
    package var node: Mode
    package var owner: Mode
    /// Of the guest scope.
    package var epoch: Epoch
    package var house: GuestHouse
    package var book: WakeUpBook
    /// The first numbers that this node has given to no stay, and to no wake-up.
    package var nextStay: UInt64
    package var nextWakeUp: UInt64

    package init(
        node: Mode, owner: Mode, epoch: Epoch, house: GuestHouse = GuestHouse(), book: WakeUpBook = WakeUpBook(),
        nextStay: UInt64 = 1, nextWakeUp: UInt64 = 1
    ) {
        self.node = node
        self.owner = owner
        self.epoch = epoch
        self.house = house
        self.book = book
        self.nextStay = nextStay
        self.nextWakeUp = nextWakeUp
    }

    /// The desks over it.
    package func frontDesk(in zone: ZoneRules, limits: WakeUpLimits = WakeUpLimits()) -> FrontDesk {
        FrontDesk(
            node: node, epoch: epoch, zone: zone, house: house, book: book, nextStay: nextStay, nextWakeUp: nextWakeUp,
            limits: limits)
    }
}
