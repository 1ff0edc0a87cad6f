import Vocabulary

/// What a stay's change means for the wake-ups of its guests.
package enum StayMovement: Sendable, Hashable {
    /// Wake-ups go along. Where nobody is left in the old room, those go too that were set for nobody in particular.
    case moved(StayID, from: RoomNumber, to: RoomNumber, leavesRoomEmpty: Bool)
    /// Somebody shares the room and stays: the wake-ups are theirs now, rather than nobody's.
    case leftTo(StayID, room: RoomNumber, leaving: StayID)
    /// The room is empty: nobody is to be woken there.
    case emptied(RoomNumber)
}
