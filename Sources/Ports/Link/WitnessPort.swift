/// Asks a third host whether it is alive, to tell a peer that is gone from a node that is cut off.
///
/// A question changes nothing and may be asked any number of times at once. It is over after its timeout, also
/// where the task was cancelled before.
package protocol WitnessPort: Sendable {
    /// Knocks at a TCP port of `host`; answers within `timeout`.
    func knock(host: String, port: Int, timeout: Duration) async -> WitnessAnswer
}
