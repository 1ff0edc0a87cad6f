import Vocabulary

/// Runs a program on this host, for instance an item's command after changes arrived.
///
/// Runs are independent of each other and not ordered. Cancelling the task ends the program (first asked, then
/// killed) and reports `timedOut` with what it had printed.
package protocol CommandPort: Sendable {
    /// Runs `command` (program, then arguments; no shell), waits at most `timeout` and captures what it prints.
    func run(_ command: [String], timeout: Duration) async -> CommandOutcome
}
