/// A way by which events leave the node, to somebody who may not be there.
package protocol AlertPort: Sendable {
    /// Tells it, and waits at most some seconds for the other side to take it. The same message may be told twice.
    func tell(_ message: AlertMessage) async throws(AlertFailure)
}
