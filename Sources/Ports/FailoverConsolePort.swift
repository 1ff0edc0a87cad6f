/// The door behind the verbs that tell and change which node does what.
package protocol FailoverConsolePort: Sendable {
    /// Where each service runs now, where it should, and why. Never waits for the peer.
    func services() async -> ServicesReport
}
