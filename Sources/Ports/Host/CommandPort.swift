import Vocabulary

/// Runs a program on this host, for instance an item's command after changes arrived.
///
/// Runs are independent of each other and not ordered. Cancelling the task ends the program (first asked, then
/// killed) and reports `timedOut` with what it had printed.
package protocol CommandPort: Sendable {
    /// Runs `command` (program, then arguments; no shell), gives it `input` to read, waits at most `timeout` and
    /// captures what it prints.
    func run(_ command: [String], input: String, timeout: Duration) async -> CommandOutcome
}

extension CommandPort {
    /// The same with nothing to read.
    package func run(_ command: [String], timeout: Duration) async -> CommandOutcome {
        await run(command, input: "", timeout: timeout)
    }
}
