/// What a phone can ask of the house by a code. The voicemail is where the box is at home; what
/// people set for their own extension is done by either node; all else by the owner of the guest scope.
package enum HotelFeature: String, Sendable, Hashable, Codable, CaseIterable {
    /// The menu of wake-ups: what is set, another time, cancelling.
    case wakeUp = "wake-up"
    case setWakeUp = "set-wake-up"
    case cancelWakeUp = "cancel-wake-up"
    case doNotDisturbOn = "do-not-disturb-on"
    case doNotDisturbOff = "do-not-disturb-off"
    /// Housekeeping reports the state of the room it stands in.
    case housekeeping
    /// The same by a menu, which asks for each thing.
    case roomStatus = "room-status"
    /// What waits at the desk and in the voicemail box.
    case message
    case minibar
    case forwardOn = "forward-on"
    case forwardOff = "forward-off"
    case voicemail
}
