import Vocabulary

/// What is asked of the desk of stays.
package enum StayRequest: Sendable, Hashable {
    /// Guests arrive. `isSharing` says that somebody else may be in the room already.
    case checkIn(RoomNumber, [Guest], reservation: String?, departsOn: CalendarDate?, isSharing: Bool)
    /// A stay ends.
    case checkOut(StayID)
    /// All stays of the room end.
    case checkOutRoom(RoomNumber)
    case move(StayID, to: RoomNumber, isSharing: Bool)
    /// The guests of a stay, with their names and languages.
    case nameGuests(StayID, [Guest])
    /// The language of a stay's main guest, two letters; nil is the house's.
    case setLanguage(StayID, String?)
    case expectDeparture(StayID, CalendarDate?)
    case setCalling(RoomNumber, RoomCalling)
    case setDoNotDisturb(RoomNumber, Bool)
    case setLamp(RoomNumber, MessageLamp)
    case report(RoomNumber, Housekeeping)
}
