import Foundation
import Glibc

/// The process number of a private MariaDB, believed only while that process really is that server.
package struct ServerNumber: Sendable, Hashable {
    package let pid: pid_t

    /// The server whose files are in `folder`; nil while none runs.
    package init?(folder: String) {
        guard let text = try? String(contentsOfFile: folder + "/mariadb.pid", encoding: .utf8),
            let pid = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), pid > 1,
            let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline"),
            String(decoding: line, as: UTF8.self).contains(folder + "/")
        else { return nil }
        self.pid = pid
    }

    package func signal(_ number: Int32) { kill(pid, number) }

    package var isAlive: Bool {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return false }
        return text[text.index(end, offsetBy: 2)...].first != "Z"
    }
}
