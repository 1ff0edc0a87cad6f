import Glibc
import Ports
import Vocabulary

/// One folder of a voicemail box.
struct VoicemailPart {
    /// The most entries that one folder is looked through for.
    private static let entriesMax = 20_000
    /// As many messages as Asterisk numbers.
    private static let messagesMax = 9_999

    let path: String

    /// The folders in it; none where it is not there.
    func folders() throws(VoicemailFailure) -> [String] {
        try entries().filter { name in
            var facts = stat()
            return stat("\(path)/\(name)", &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
        }
    }

    /// Messages and greetings that were recorded before a moment.
    func recordings(before moment: WallTime) throws(VoicemailFailure) -> [VoicemailRecording] {
        let files = try entries().filter { $0.contains(".") }
        let byStem = Dictionary(grouping: files) { String($0.prefix { $0 != "." }) }
        return byStem.sorted { $0.key < $1.key }.compactMap { stem, files in
            guard !stem.isEmpty else { return nil }
            let recording = VoicemailRecording(folder: path, stem: stem, files: files.sorted())
            return recording.recordedAt.map { $0 <= moment } == true ? recording : nil
        }
    }

    /// Whether something in it has that name before the point.
    func has(_ stem: String) throws(VoicemailFailure) -> Bool { try stems().contains(stem) }

    /// A number that no message has: `msg0007`.
    func freeStem() throws(VoicemailFailure) -> String {
        let taken = try stems()
        for number in 0...Self.messagesMax {
            let digits = String(number)
            let stem = "msg" + String(repeating: "0", count: 4 - digits.count) + digits
            if !taken.contains(stem) { return stem }
        }
        throw VoicemailFailure(words: "\(path) is full")
    }

    private func stems() throws(VoicemailFailure) -> Set<String> {
        Set(try entries().map { String($0.prefix { $0 != "." }) })
    }

    private func entries() throws(VoicemailFailure) -> [String] {
        guard let stream = opendir(path) else {
            guard errno == ENOENT || errno == ENOTDIR else { throw .latest("list", path) }
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream), names.count < Self.entriesMax {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
