import HotelLogic

/// What happens at one phone that was made to ring.
enum PhoneEvent {
    case answered
    case pressed(Character)
    /// With nothing where somebody had taken the call.
    case ended(AttemptFailure?)
}
