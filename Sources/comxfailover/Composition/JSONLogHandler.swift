import Foundation
import Logging

/// One JSON object a line on standard error.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 })
        let line = JSONLogLine(
            at: Date(), level: event.level.rawValue, message: "\(event.message)", metadata: all.mapValues { "\($0)" })
        // A log that nobody can take any more must not end the daemon.
        try? FileHandle.standardError.write(contentsOf: line.bytes)
    }
}
