import Wire

/// What stands behind the control port: answers the peer's requests, and hears of those who were turned away.
///
/// Requests of one connection are answered side by side, up to a limit, so a long one does not hold up a short one;
/// their order is not kept. A request may come twice where its first reply was lost. When the connection ends, the
/// task of each unfinished answer is cancelled and what it returns is thrown away.
package protocol ControlAnswering: Sendable {
    /// The reply to `request`, whose sender has proved the secret.
    func answer(_ request: ControlRequest) async -> ControlReply
    /// Somebody was turned away, or a connection was broken off. Called on a network thread: returns at once.
    func refused(_ refusal: ControlRefusal)
}
