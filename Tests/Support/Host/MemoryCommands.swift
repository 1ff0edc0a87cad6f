import Ports
import Synchronization
import Vocabulary

/// Commands that are written down instead of run, each with the ending that a test wants.
package final class MemoryCommands: CommandPort {
    private struct State {
        var ran: [[String]] = []
        var ending = CommandOutcome.Ending.exited(0)
    }

    private let state = Mutex(State())

    package init() {}

    /// What was run so far, oldest first.
    package var ran: [[String]] { state.withLock { $0.ran } }

    /// How commands end from now on.
    package func end(with ending: CommandOutcome.Ending) { state.withLock { $0.ending = ending } }

    package func run(_ command: [String], timeout: Duration) async -> CommandOutcome {
        state.withLock { state in
            state.ran.append(command)
            return CommandOutcome(ending: state.ending, output: "said \(command[0])", isTruncated: false)
        }
    }
}
