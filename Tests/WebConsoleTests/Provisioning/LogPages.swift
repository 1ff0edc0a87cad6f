import Logging
import Synchronization

/// A log that is kept in memory, to see what is in it.
final class LogPages: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var logger: Logger {
        Logger(label: "test") { _ in Pen(pages: self) }
    }

    private func add(_ line: String) { lines.withLock { $0.append(line) } }

    private struct Pen: LogHandler {
        let pages: LogPages
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            pages.add("\(event.level) \(event.message) \(event.metadata ?? [:])")
        }
    }
}
