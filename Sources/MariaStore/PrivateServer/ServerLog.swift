import Foundation

/// The server's log file, read from where it ended when this start began.
struct ServerLog: Sendable {
    /// At most this much of the log is searched for the words of a crash.
    static let tailBytesMax = 64 << 10

    private let path: String
    private let start: UInt64

    /// Notes where the log ends now.
    init(_ path: String) {
        self.path = path
        start = Self.size(of: path)
    }

    /// The last complaint that the server wrote since then; nil where it wrote none.
    var lastWords: String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let size = Self.size(of: path)
        let from = max(start, size > UInt64(Self.tailBytesMax) ? size - UInt64(Self.tailBytesMax) : 0)
        guard (try? file.seek(toOffset: from)) != nil, let data = try? file.readToEnd() else { return nil }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        return lines.last { Self.isComplaint($0) }.map(String.init)
    }

    /// "Aborting" says nothing; the line before it does.
    private static func isComplaint(_ line: Substring) -> Bool {
        (line.contains("[ERROR]") && !line.hasSuffix("Aborting")) || line.contains("got signal")
    }

    private static func size(of path: String) -> UInt64 {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.uint64Value ?? 0
    }
}
