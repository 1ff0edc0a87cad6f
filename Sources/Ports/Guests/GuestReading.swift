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
    /// How many numbers of edits of a wake-up are left out, since this node may have made some that it forgot.
    package var editsSkipped: UInt32
    /// Everything that this node ever wrote is known to stand in this database: it was not put back to an older image,
    /// or what was lost is back.
    package var isCertain: Bool

    package init(
        node: Mode, owner: Mode, epoch: Epoch, house: GuestHouse = GuestHouse(), book: WakeUpBook = WakeUpBook(),
        nextStay: UInt64 = 1, nextWakeUp: UInt64 = 1, editsSkipped: UInt32 = 0,
        isCertain: Bool = true
    ) {
        self.node = node
        self.owner = owner
        self.epoch = epoch
        self.house = house
        self.book = book
        self.nextStay = nextStay
        self.nextWakeUp = nextWakeUp
        self.editsSkipped = editsSkipped
        self.isCertain = isCertain
    }

    /// The desks over it.
    package func frontDesk(in zone: ZoneRules, limits: WakeUpLimits = WakeUpLimits()) -> FrontDesk {
        FrontDesk(
            node: node, epoch: epoch, zone: zone, house: house, book: book, nextStay: nextStay, nextWakeUp: nextWakeUp,
            editsSkipped: editsSkipped, limits: limits)
    }
}
