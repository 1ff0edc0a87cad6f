import Vocabulary

/// What changes in the tables of the house by a decision about stays, one fact each.
package enum StayChange: Sendable, Hashable {
    case arrived(Stay)
    case departed(StayID, at: WallTime)
    case moved(StayID, to: RoomNumber)
    case guestsChanged(StayID, [Guest])
    case departureChanged(StayID, CalendarDate?)
    case doNotDisturb(RoomNumber, Bool)
    case lamp(RoomNumber, MessageLamp)
    case housekeeping(RoomNumber, Housekeeping)
    case calling(RoomNumber, RoomCalling)
    /// What was set for phones of the room personally is gone: forwarding, do-not-disturb, voicemail PINs.
    case personalCleared(RoomNumber, [ExtensionNumber])
}
