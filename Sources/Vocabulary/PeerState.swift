/// What this node believes of its peer.
package enum PeerState: Sendable, Hashable {
    /// No peer is named in the settings.
    case unconfigured
    /// Failover is switched off by an operator.
    case disabled
    /// This daemon was started and has not yet waited long enough to know, or the peer was started and has not come to
    /// its database yet.
    case starting
    /// Heard on heartbeat or control, nothing wrong with it.
    case online
    /// Heard, but something does not work.
    case degraded(Diagnosis)
    /// Not heard.
    case offline(Diagnosis)
}

extension PeerState {
    /// The stable name used in JSON, metrics and logs.
    package var name: String {
        switch self {
        case .unconfigured: "unconfigured"
        case .disabled: "disabled"
        case .starting: "starting"
        case .online: "online"
        case .degraded: "degraded"
        case .offline: "offline"
        }
    }

    /// What is wrong, where something is.
    package var diagnosis: Diagnosis? {
        switch self {
        case .degraded(let diagnosis), .offline(let diagnosis): diagnosis
        case .unconfigured, .disabled, .starting, .online: nil
        }
    }
}
