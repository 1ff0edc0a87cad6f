import Ports
import Synchronization
import Wire

/// Asterisk's call files in memory: they grow, are rotated and cut off, and positions in them mean what they mean in
/// real ones.
package final class MemoryCallFiles: CallFilesPort {
    /// One file, by its number on the disk.
    private struct File {
        let number: UInt64
        var bytes: [UInt8] = []
    }

    private struct State {
        /// The generations of each file, oldest first; Asterisk writes the last.
        var files: [CallFileName: [File]] = [:]
        var nextNumber: UInt64 = 1
        var preparations = 0
        var trouble: CallFileFailure?
    }

    /// Lines of one reading.
    private let linesMax: Int
    private let state = Mutex(State())

    package init(linesMax: Int = 1_000) { self.linesMax = linesMax }

    // MARK: What a test does

    /// How often the folders were prepared.
    package var preparations: Int { state.withLock { $0.preparations } }

    /// Makes everything fail with these words; nil lets it work again.
    package func set(trouble: String?) { state.withLock { $0.trouble = trouble.map { CallFileFailure(words: $0) } } }

    /// Asterisk writes lines.
    package func append(_ lines: [String], to file: CallFileName) {
        state.withLock { state in
            if state.files[file]?.last == nil { Self.begin(file, &state) }
            let last = (state.files[file]?.count ?? 1) - 1
            for line in lines { state.files[file]?[last].bytes += Array(line.utf8) + [0x0A] }
        }
    }

    /// The file is renamed, and Asterisk begins another.
    package func rotate(_ file: CallFileName) { state.withLock { Self.begin(file, &$0) } }

    /// The file and its elders are gone, and Asterisk begins another.
    package func lose(_ file: CallFileName) {
        state.withLock { state in
            state.files[file] = []
            Self.begin(file, &state)
        }
    }

    // MARK: The port

    package func prepare() throws(CallFileFailure) {
        let trouble = state.withLock { state in
            state.preparations += 1
            return state.trouble
        }
        if let trouble { throw trouble }
    }

    package func read(
        _ file: CallFileName, after position: CallFilePosition?
    ) throws(CallFileFailure) -> CallFileChunk {
        let (files, trouble) = state.withLock { ($0.files[file] ?? [], $0.trouble) }
        if let trouble { throw trouble }
        guard !files.isEmpty else {
            return CallFileChunk(lines: [], position: position, notices: [], isCaughtUp: true)
        }
        guard let position else { return Self.read(files[...], from: 0, linesMax, []) }
        guard let index = files.firstIndex(where: { $0.number == position.file }) else {
            return Self.read(files.suffix(1), from: 0, linesMax, [.gone])
        }
        return Self.read(files[index...], from: Int(position.offset), linesMax, [])
    }

    // MARK: Inside

    private static func begin(_ file: CallFileName, _ state: inout State) {
        state.files[file, default: []].append(File(number: state.nextNumber))
        state.nextNumber += 1
    }

    private static func read(
        _ files: ArraySlice<File>, from offset: Int, _ linesMax: Int, _ notices: [CallFileChunk.Notice]
    ) -> CallFileChunk {
        var notices = notices
        var offset = offset
        for (place, file) in files.enumerated() {
            let isLast = place == files.count - 1
            let lines = file.bytes[offset...].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
            if !lines.isEmpty || isLast {
                let taken = lines.prefix(linesMax).map { Array($0) }
                let end = offset + taken.reduce(0) { $0 + $1.count + 1 }
                let position = CallFilePosition(
                    file: file.number, offset: UInt64(end),
                    fingerprint: CallFilePosition.fingerprint(of: file.bytes[..<end].suffix(256)))
                return CallFileChunk(
                    lines: taken, position: position, notices: notices, isCaughtUp: isLast && taken.count == lines.count
                )
            }
            notices.append(.rotated)
            offset = 0
        }
        return CallFileChunk(lines: [], position: nil, notices: notices, isCaughtUp: true)
    }
}
