import Ports
import Synchronization
import Vocabulary

/// Commands that are written down instead of run, each with the ending that a test wants.
package final class MemoryCommands: CommandPort {
    private struct State {
        var ran: [[String]] = []
        var inputs: [String] = []
        var ending = CommandOutcome.Ending.exited(0)
    }

    private let state = Mutex(State())

    package init() {}

    /// What was run so far, oldest first.
    package var ran: [[String]] { state.withLock { $0.ran } }

    /// What each of them was given to read.
    package var inputs: [String] { state.withLock { $0.inputs } }

    /// How commands end from now on.
    package func end(with ending: CommandOutcome.Ending) { state.withLock { $0.ending = ending } }

    package func run(_ command: [String], input: String, timeout: Duration) async -> CommandOutcome {
        state.withLock { state in
            state.ran.append(command)
            state.inputs.append(input)
            return CommandOutcome(ending: state.ending, output: "said \(command[0])", isTruncated: false)
        }
    }
}
