import Foundation

/// Where a run of measurements keeps its files, and how it tells what it is doing.
struct Bench: Sendable {
    let folder: String

    func clear() throws {
        guard FileManager.default.fileExists(atPath: folder) else { return }
        try FileManager.default.removeItem(atPath: folder)
    }

    /// A line for the one who waits, on standard error.
    func tell(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
