import Foundation
import Glibc

/// The folders of live pairs, and what was left of test runs that were themselves killed.
enum LiveLeftovers {
    private static let parent = "/tmp"
    private static let prefix = "cxf-pair-"
    /// The nodes' folders in a pair's.
    static let nodes = ["p", "s"]

    /// A folder whose name begins with this process's number, short enough for a socket.
    static func freshFolder() -> String {
        "\(parent)/\(prefix)\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36))"
    }

    /// Removes a folder, unless `COMXFAILOVER_KEEP` asks to keep it for a look.
    static func remove(_ folder: String) {
        guard ProcessInfo.processInfo.environment["COMXFAILOVER_KEEP"] == nil else { return }
        for node in nodes { umount2("\(folder)/\(node)/state", Int32(MNT_DETACH)) }
        // A server that was killed a moment ago may still be closing its files.
        for _ in 0..<5 where FileManager.default.fileExists(atPath: folder) {
            try? FileManager.default.removeItem(atPath: folder)
        }
    }

    /// Ends the processes, and removes the folders, of test runs that are no more.
    static func sweep() {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for entry in entries where entry.hasPrefix(prefix) {
            let owner = entry.dropFirst(prefix.count).prefix { $0.isNumber }
            guard !owner.isEmpty, !FileManager.default.fileExists(atPath: "/proc/\(owner)") else { continue }
            let folder = "\(parent)/\(entry)"
            for node in nodes { end("\(folder)/\(node)") }
            remove(folder)
        }
    }

    private static func end(_ node: String) {
        if let text = try? String(contentsOfFile: node + "/daemon.pid", encoding: .utf8),
            let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)),
            let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline"),
            String(decoding: line, as: UTF8.self).contains(node)
        {
            kill(pid, SIGKILL)
        }
        ServerNumber(folder: node + "/state/mariadb")?.signal(SIGKILL)
    }
}
