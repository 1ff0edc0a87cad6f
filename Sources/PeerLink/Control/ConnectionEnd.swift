import Ports

/// How one connection of the client ended.
struct ConnectionEnd: Sendable {
    let failure: ControlFailure
    /// Whether the peer ever said anything on it.
    let wasOfUse: Bool
}
