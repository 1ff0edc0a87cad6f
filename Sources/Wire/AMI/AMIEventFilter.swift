/// Which events a node asks Asterisk for. A manager that does not keep up is thrown out by Asterisk, and a busy
/// Asterisk tells of far more than a hotel's node needs.
package enum AMIEventFilter {
    /// The names of the events that come through.
    package static let names = [
        "FullyBooted", "Shutdown", "ContactStatus", "ContactStatusDetail", "OriginateResponse", "Newchannel", "Hangup",
        "DialState", "DeviceStateChange", "PeerStatus", "UserEvent",
    ]

    /// What Asterisk compares each event's text with. The control character ends the name, so that `Hangup` does not
    /// also let `HangupRequest` through.
    package static let patterns = ["Event: (\(names.joined(separator: "|")))[[:cntrl:]]"]
}
