/// The fields of a heartbeat that can hold an impossible value.
package enum HeartbeatField: String, Sendable, Hashable {
    /// The length field and the datagram disagree.
    case length
    case sender
    case configurationOwner
    case guestOwner
    case softwareVersion
    case movedTables
    case ringing
    case guestsAcknowledged
    /// The body ends before the last field this version must hold.
    case body
}
