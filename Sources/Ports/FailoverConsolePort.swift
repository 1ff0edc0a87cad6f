import Vocabulary

/// The door behind the verbs that tell and change which node does what.
package protocol FailoverConsolePort: Sendable {
    /// Where each service runs now, where it should, and why. Never waits for the peer.
    func services() async -> ServicesReport
    /// What taking over would do: the scopes named, or all that the peer owns. Changes nothing.
    func takeoverPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport]
    /// What giving back would do: the scopes named, or all that are away from their home. Changes nothing.
    func givebackPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport]
    /// Makes this node the owner. The stream ends when every scope has told its end; leaving it stops nothing.
    func takeOver(_ scopes: Set<Scope>, isForced: Bool) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport>
    /// Returns scopes to their homes, from whichever of the two nodes it is asked.
    func giveBack(_ scopes: Set<Scope>) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport>
    /// Ends givebacks that have not reached their commit point; the scopes named, or all. Nothing has changed then.
    func stopGiveback(_ scopes: Set<Scope>) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport>
}
