import Glibc
import Ports
import Vocabulary

/// A message, or a greeting: the files that have one name before the point.
struct VoicemailRecording {
    private static let time = "origtime="
    /// The most that is read of a message's text, in bytes.
    private static let textSizeMax = 8_192
    /// Later than anything was recorded.
    private static let secondsMax: Int64 = 1 << 40

    let folder: String
    let stem: String
    let files: [String]

    /// As its text says; where it has none, when its newest file was written. nil where it is gone.
    var recordedAt: WallTime? {
        if files.contains("\(stem).txt"), let seconds = Self.time(in: "\(folder)/\(stem).txt") {
            return WallTime(microseconds: seconds * 1_000_000)
        }
        return files.compactMap { name -> WallTime? in
            var facts = stat()
            guard stat("\(folder)/\(name)", &facts) == 0 else { return nil }
            return WallTime(microseconds: Int64(facts.st_mtim.tv_sec) * 1_000_000)
        }.max()
    }

    /// The seconds that a message's text names, where they are a moment at all.
    private static func time(in path: String) -> Int64? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: textSizeMax)
        let count = read(file, &bytes, bytes.count)
        guard count > 0 else { return nil }
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasPrefix(time) }
        return line.flatMap { Int64($0.dropFirst(time.count)) }.flatMap { (0...secondsMax).contains($0) ? $0 : nil }
    }

    func delete() throws(VoicemailFailure) {
        for name in files { try Self.remove("\(folder)/\(name)") }
    }

    /// A message gets a number that is free there; a greeting keeps its name, and stays behind where there is one of
    /// that name. The text comes last: without it nobody counts the message.
    ///
    /// - Returns: false where it stayed behind.
    func move(to part: VoicemailPart) throws(VoicemailFailure) -> Bool {
        let isMessage = stem.hasPrefix("msg")
        if !isMessage, try part.has(stem) { return false }
        let target = isMessage ? try part.freeStem() : stem
        for name in files.sorted(by: { !$0.hasSuffix(".txt") && $1.hasSuffix(".txt") }) {
            let goal = "\(part.path)/\(target)\(name.dropFirst(stem.count))"
            guard rename("\(folder)/\(name)", goal) == 0 || errno == ENOENT else { throw .latest("move to", goal) }
        }
        return true
    }

    private static func remove(_ path: String) throws(VoicemailFailure) {
        guard unlink(path) == 0 || errno == ENOENT else { throw .latest("remove", path) }
    }
}
