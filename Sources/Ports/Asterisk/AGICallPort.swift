import Wire

/// A call that Asterisk's dialplan has handed to the daemon, until the daemon gives it back or the caller hangs up.
package protocol AGICallPort: Sendable {
    /// What channel it is, and what the dialplan gave with it.
    var environment: AGIEnvironment { get }

    /// Has a command carried out and waits for its end. One at a time; the first failure is the end of the call.
    func ask(_ command: AGICommand) async throws(AGIFailure) -> AGIReply
}
