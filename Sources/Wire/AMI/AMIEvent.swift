/// Something that happened in Asterisk, in the terms that a node needs. What lacks a value that it must have is
/// `other`, like everything that has no case.
package enum AMIEvent: Sendable, Hashable {
    /// Asterisk has read its whole configuration and takes calls.
    case fullyBooted
    /// Asterisk ends by its own will.
    case shutdown
    case contactChanged(ContactChange)
    case contactDetail(ContactDetail)
    case originated(OriginateResult)
    case channelBegan(ChannelFacts)
    case channelEnded(ChannelEnd)
    case dialProgressed(DialProgress)
    case deviceChanged(DeviceChange)
    case peerChanged(PeerChange)
    case notice(DialplanNotice)
    case other(AMIMessage)

    package init(_ message: AMIMessage) {
        self = Self.known(message) ?? .other(message)
    }

    private static func known(_ message: AMIMessage) -> AMIEvent? {
        switch message["Event"] {
        case "FullyBooted": .fullyBooted
        case "Shutdown": .shutdown
        case "ContactStatus": ContactChange(message).map { .contactChanged($0) }
        case "ContactStatusDetail": ContactDetail(message).map { .contactDetail($0) }
        case "OriginateResponse": OriginateResult(message).map { .originated($0) }
        case "Newchannel": ChannelFacts(message).map { .channelBegan($0) }
        case "Hangup": ChannelEnd(message).map { .channelEnded($0) }
        case "DialState": DialProgress(message).map { .dialProgressed($0) }
        case "DeviceStateChange": DeviceChange(message).map { .deviceChanged($0) }
        case "PeerStatus": PeerChange(message).map { .peerChanged($0) }
        case "UserEvent": DialplanNotice(message).map { .notice($0) }
        default: nil
        }
    }
}
