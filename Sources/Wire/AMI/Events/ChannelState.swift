/// How far a channel is.
package enum ChannelState: Sendable, Hashable {
    case down
    /// It calls, and the other end has not said that it rings.
    case dialling
    /// It was called, and rings.
    case ringing
    case up
    case busy
    case other

    /// - Parameter code: Asterisk's number of the state.
    init(code: Int?) {
        switch code {
        case 0: self = .down
        case 3, 4: self = .dialling
        case 5: self = .ringing
        case 6: self = .up
        case 7: self = .busy
        default: self = .other
        }
    }
}
