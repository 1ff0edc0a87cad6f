import Ports
import Synchronization

/// Asterisk's configuration folder in memory.
package final class MemoryAsteriskFiles: AsteriskFilesPort {
    private let state = Mutex<[String: String]>([:])

    package init(_ texts: [String: String] = [:]) { state.withLock { $0 = texts } }

    /// What stands in the folder.
    package var texts: [String: String] { state.withLock { $0 } }

    package func read(_ names: [String]) throws(AsteriskFilesFailure) -> [String: String] {
        state.withLock { texts in texts.filter { names.contains($0.key) } }
    }

    package func write(_ texts: [String: String?]) throws(AsteriskFilesFailure) {
        state.withLock { state in
            for (name, text) in texts { state[name] = text }
        }
    }
}
