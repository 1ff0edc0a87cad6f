import Ports
import Synchronization

/// Collects the first part of a program's output while it runs.
final class OutputCapture: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var isTruncated = false
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    func add(_ part: UnsafeRawBufferPointer) {
        state.withLock { state in
            let room = limit - state.bytes.count
            state.bytes.append(contentsOf: part.prefix(room))
            if part.count > room { state.isTruncated = true }
        }
    }

    func outcome(ending: CommandOutcome.Ending) -> CommandOutcome {
        state.withLock { state in
            CommandOutcome(
                ending: ending, output: String(decoding: state.bytes, as: UTF8.self), isTruncated: state.isTruncated)
        }
    }
}
