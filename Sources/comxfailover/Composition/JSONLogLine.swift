import Foundation

/// One line of the log as JSON: `at`, `level`, `message`, and the metadata beside them, which never takes their names.
struct JSONLogLine: Sendable, Hashable {
    let at: Date
    let level: String
    let message: String
    let metadata: [String: String]

    /// The line with its end. A line end inside a text is spelled out, so that one event is one line.
    var bytes: Data {
        var object = metadata
        object["at"] = at.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
        object["level"] = level
        object["message"] = message
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ((try? encoder.encode(object)) ?? Data()) + Data("\n".utf8)
    }
}
