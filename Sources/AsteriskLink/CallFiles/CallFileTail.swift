import Glibc
import Ports
import Wire

/// Reads a file that Asterisk appends to, from a position that outlives this node's daemon: through renaming by
/// rotation, cutting off, and a last line that is only half there.
package struct CallFileTail: Sendable {
    /// Bytes of one reading.
    package static let chunkBytesMax = 256 * 1_024
    /// A line longer than this is no record; it is given away in pieces so that the reading goes on.
    package static let lineBytesMax = 64 * 1_024

    /// The file that Asterisk writes; renamed ones lie beside it under names that begin with its own.
    package let path: String

    package init(path: String) { self.path = path }

    /// The lines after `position`, or from the oldest file's beginning where there is none.
    package func read(after position: CallFilePosition?) throws(CallFileFailure) -> CallFileChunk {
        let paths = try generations()
        guard !paths.isEmpty else {
            return CallFileChunk(
                lines: [], position: position, notices: position == nil ? [] : [.gone], isCaughtUp: true)
        }
        guard let position else { return try read(paths, from: 0, at: 0, notices: []) }
        for (index, path) in paths.enumerated() {
            guard let file = try CallFile.open(path), file.number == position.file else { continue }
            if try file.fits(position) { return try read(paths, from: index, at: position.offset, notices: []) }
            return try read(paths, from: index, at: 0, notices: [.replaced])
        }
        return try read(paths, from: paths.count - 1, at: 0, notices: [.gone])
    }

    /// Reads from the file at `index`; where it has nothing left, its successors.
    private func read(
        _ paths: [String], from index: Int, at offset: UInt64, notices: [CallFileChunk.Notice]
    ) throws(CallFileFailure) -> CallFileChunk {
        var notices = notices
        var offset = offset
        for (index, path) in paths.enumerated().dropFirst(index) {
            guard let file = try CallFile.open(path) else { continue }
            let isLast = index == paths.count - 1
            let bytes = try file.read(Self.chunkBytesMax, at: offset)
            let isAtEnd = offset + UInt64(bytes.count) >= file.size
            let (lines, used) = Self.lines(bytes, takesRest: isAtEnd && !isLast)
            if !lines.isEmpty || isLast {
                return CallFileChunk(
                    lines: lines, position: try file.position(at: offset + UInt64(used)), notices: notices,
                    isCaughtUp: isLast && isAtEnd)
            }
            notices.append(.rotated)
            offset = 0
        }
        return CallFileChunk(lines: [], position: nil, notices: notices, isCaughtUp: true)
    }

    /// Whole lines at the front of `bytes`, and how many bytes they take.
    ///
    /// - Parameter takesRest: whether the end of the bytes ends a line too, since nobody will write on.
    private static func lines(_ bytes: [UInt8], takesRest: Bool) -> (lines: [[UInt8]], used: Int) {
        var lines: [[UInt8]] = []
        var used = 0
        while let end = bytes[used...].firstIndex(of: 0x0A) {
            let line = bytes[used..<end]
            used = end + 1
            let content = line.last == 0x0D ? line.dropLast() : line
            if !content.isEmpty { lines.append(Array(content)) }
        }
        let rest = bytes.count - used
        if rest > 0, takesRest || rest > lineBytesMax {
            lines.append(Array(bytes[used...]))
            used = bytes.count
        }
        return (lines, used)
    }

    /// The file and its renamed elders that are not compressed, oldest first.
    private func generations() throws(CallFileFailure) -> [String] {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        var elders: [(path: String, written: Int64)] = []
        for entry in try Self.entries(of: folder) where entry.hasPrefix(name) && entry != name {
            let suffix = entry.dropFirst(name.count)
            guard suffix.first == "." || suffix.first == "-", suffix.last?.isNumber == true else { continue }
            guard let file = try CallFile.open(folder + "/" + entry) else { continue }
            elders.append((folder + "/" + entry, file.written))
        }
        elders.sort { ($0.written, $1.path) < ($1.written, $0.path) }
        return elders.map(\.path) + (try CallFile.open(path) == nil ? [] : [path])
    }

    private static func entries(of folder: String) throws(CallFileFailure) -> [String] {
        guard let handle = opendir(folder) else {
            guard errno == ENOENT else { throw .latest("read", folder) }
            return []
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = Glibc.readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }
}
