/// What a phone can ask of the house by a code. All but the voicemail are done by the owner of the guest scope.
package enum HotelFeature: String, Sendable, Hashable, Codable, CaseIterable {
    case setWakeUp = "set-wake-up"
    case cancelWakeUp = "cancel-wake-up"
    case doNotDisturbOn = "do-not-disturb-on"
    case doNotDisturbOff = "do-not-disturb-off"
    /// Housekeeping reports the state of the room it stands in.
    case housekeeping
    case minibar
    case forwardOn = "forward-on"
    case forwardOff = "forward-off"
    case voicemail
}
