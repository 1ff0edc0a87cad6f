import Glibc
import Ports
import Vocabulary

/// Asterisk's spool folder on this machine, as far as it holds the voicemail of rooms.
///
/// A box is a folder of folders, in which a message is a text and its sounds, `msg0003.txt` and `msg0003.wav`. Asterisk
/// counts anew whenever a box is opened, so gaps among the numbers do no harm.
package struct VoicemailFolder: VoicemailPort {
    private static let guests = "guests"
    private static let lamp = "lamp"
    /// Where Asterisk puts what nobody has heard.
    private static let inbox = "INBOX"
    /// The message that lights a lamp; Asterisk counts texts, and nobody opens that box.
    private static let lampMessage = "msg0000.txt"
    /// What Asterisk is recording now; it moves it by itself.
    private static let recording = "tmp"

    private let folder: String

    /// - Parameter spoolFolder: Asterisk's, such as `/var/spool/asterisk`.
    package init(spoolFolder: String) { folder = spoolFolder + "/voicemail" }

    // MARK: Boxes

    package func empty(_ box: ExtensionNumber, before moment: WallTime) throws(VoicemailFailure) -> Bool {
        var hadAny = false
        for part in try parts(of: box) {
            for recording in try VoicemailPart(path: part).recordings(before: moment) {
                try recording.delete()
                hadAny = true
            }
        }
        return hadAny
    }

    package func move(
        _ box: ExtensionNumber, to target: ExtensionNumber, before moment: WallTime
    ) throws(VoicemailFailure) -> Bool {
        var hadAny = false
        for part in try parts(of: box) {
            let source = VoicemailPart(path: part)
            let recordings = try source.recordings(before: moment)
            guard !recordings.isEmpty else { continue }
            let goal = VoicemailPart(path: path(target) + part.dropFirst(path(box).count))
            try make(goal.path)
            for recording in recordings {
                if try recording.move(to: goal) { hadAny = true }
            }
        }
        return hadAny
    }

    private func path(_ box: ExtensionNumber) -> String { "\(folder)/\(Self.guests)/\(box)" }

    /// The box's own folder, which holds greetings, and those in it.
    private func parts(of box: ExtensionNumber) throws(VoicemailFailure) -> [String] {
        let inside = try VoicemailPart(path: path(box)).folders().filter { $0 != Self.recording }
        return [path(box)] + inside.map { "\(path(box))/\($0)" }
    }

    // MARK: Lamps

    package func lamps() throws(VoicemailFailure) -> Set<ExtensionNumber> {
        let names = try VoicemailPart(path: "\(folder)/\(Self.lamp)").folders()
        return Set(names.compactMap { try? ExtensionNumber($0) }.filter { access(lampPath($0), F_OK) == 0 })
    }

    package func setLamp(_ lamp: ExtensionNumber, isOn: Bool) throws(VoicemailFailure) {
        let path = lampPath(lamp)
        guard isOn else {
            guard unlink(path) == 0 || errno == ENOENT else { throw .latest("remove", path) }
            return
        }
        let inbox = String(path.dropLast(Self.lampMessage.count + 1))
        try make(inbox)
        try write("[message]\norigmailbox=\(lamp)\ncontext=\(Self.lamp)\norigtime=0\n", to: path, like: inbox)
    }

    /// Writes a file that belongs to whom its folder belongs to. Half a text counts as well as a whole one.
    private func write(_ text: String, to path: String, like folder: String) throws(VoicemailFailure) {
        var facts = stat()
        guard stat(folder, &facts) == 0 else { throw .latest("find", folder) }
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
        guard file >= 0 else { throw .latest("write", path) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, fchown(file, facts.st_uid, facts.st_gid) == 0 else {
            throw .latest("write", path)
        }
    }

    private func lampPath(_ lamp: ExtensionNumber) -> String {
        "\(folder)/\(Self.lamp)/\(lamp)/\(Self.inbox)/\(Self.lampMessage)"
    }

    // MARK: Folders

    /// Makes a folder and those above it, down from the spool folder; each belongs to whom the one above belongs to.
    private func make(_ path: String) throws(VoicemailFailure) {
        var facts = stat()
        if stat(path, &facts) == 0 { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw .latest("find", path)
        }
        let parent = String(path[..<slash])
        guard parent.count >= folder.count - "/voicemail".count else { throw .latest("find", parent) }
        try make(parent)
        guard stat(parent, &facts) == 0 else { throw .latest("find", parent) }
        guard mkdir(path, 0o750) == 0 || errno == EEXIST else { throw .latest("make", path) }
        guard chown(path, facts.st_uid, facts.st_gid) == 0 else { throw .latest("give away", path) }
    }
}
