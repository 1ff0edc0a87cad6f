import Foundation
import Glibc
import Vocabulary

/// The folder of a lab, with the note by which whatever is left of it is found and taken away, whoever made it and
/// however that ended.
package struct LabFolder: Sendable, Hashable {
    private static let parent = "/tmp"
    private static let prefix = "cxf-lab-"

    /// What is written down before anything is made.
    package struct Note: Sendable, Hashable, Codable {
        package let tag: String
        package let options: LabOptions
        package let binary: String
        /// The process whose end is also the lab's; nil for a lab that is to stay.
        package let owner: pid_t?
    }

    package let path: String

    package init(path: String) { self.path = path }

    /// The folder of a lab, short enough for the sockets below it.
    package init(_ name: LabName) { path = "\(Self.parent)/\(Self.prefix)\(name.tag)" }

    package func host(_ mode: Mode) -> String { "\(path)/\(mode.rawValue)" }
    func phone(_ number: String) -> String { "\(path)/phone-\(number)" }
    func carrier(_ word: String) -> String { "\(path)/carrier-\(word)" }
    var keys: String { path + "/keys" }
    var tones: String { path + "/tones" }
    private var noteFile: String { path + "/lab.json" }

    /// What was noted; nil where there is no lab.
    package var note: Note? {
        guard let data = FileManager.default.contents(atPath: noteFile) else { return nil }
        return try? JSONDecoder().decode(Note.self, from: data)
    }

    func write(_ note: Note) throws(LabFailure) {
        try LabFile.make([path, tones])
        guard let data = try? JSONEncoder().encode(note) else { throw .unusable("the lab's note cannot be encoded") }
        try LabFile.write(Array(data), to: noteFile)
    }

    /// Ends and removes everything of the lab, also after a kill; whether there was any.
    @discardableResult
    package func clear(_ name: LabName) async throws -> Bool {
        let leftovers = LabProcess.marked(name)
        let namespaces = try await LabNetwork.list(name)
        for process in leftovers { process.send(SIGKILL) }
        try await LabWaiting.until("all processes of the lab have ended", within: .seconds(20)) {
            leftovers.allSatisfy { !$0.isAlive } && LabProcess.marked(name).isEmpty
        }
        try await LabNetwork.remove(name)
        let existed = LabFile.exists(path)
        if isKept { return true }
        // A server that was killed a moment ago may still be closing its files.
        for _ in 0..<5 where LabFile.exists(path) { LabFile.remove(path) }
        return existed || !leftovers.isEmpty || !namespaces.isEmpty
    }

    /// Whether `COMXFAILOVER_KEEP` asks to leave the files for a look.
    private var isKept: Bool { ProcessInfo.processInfo.environment["COMXFAILOVER_KEEP"] != nil }

    /// Clears the labs whose owners are no more.
    package static func sweep() async throws {
        for entry in LabFile.names(in: parent) where entry.hasPrefix(prefix) {
            let folder = LabFolder(path: "\(parent)/\(entry)")
            guard let owner = folder.note?.owner, !LabFile.exists("/proc/\(owner)") else { continue }
            try await folder.clear(LabName(tag: String(entry.dropFirst(prefix.count))))
        }
    }
}
