import Wire

/// The door to the peer for questions: encrypted, both sides having proved the secret.
///
/// Requests may be asked side by side; replies come in any order and each finds its request. Nothing is asked twice:
/// where a request fails with `silent` or `lost` the peer may have carried it out, so a caller repeats only what may
/// be done twice. Cancelling the task throws `cancelled` at once; the peer is not told.
package protocol ControlPort: Sendable {
    /// Asks the peer and waits at most `timeout` for its reply, which may be `failed`. While the link is down it throws
    /// the link's failure at once; while the first connection is being made it waits for it within the timeout.
    func request(_ request: ControlRequest, timeout: Duration) async throws(ControlFailure) -> ControlReply
}

extension ControlPort {
    /// Asks the peer and waits at most one second for its reply.
    package func request(_ request: ControlRequest) async throws(ControlFailure) -> ControlReply {
        try await self.request(request, timeout: .seconds(1))
    }
}
