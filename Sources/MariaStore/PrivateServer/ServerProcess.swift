import Foundation
import Glibc
import SystemPackage

/// A `mariadbd` process as the operating system shows it, whoever started it.
///
/// A server is recognised by its command line, which names our option file; a pid alone may by now belong to
/// another program.
package struct ServerProcess: Sendable, Hashable {
    /// The start of a command line is enough to know ours by.
    private static let commandLineMax = 4096

    package let pid: pid_t
    private let option: String

    /// The running process of `server`, if there is one.
    package static func find(_ server: PrivateServer) -> ServerProcess? {
        let option = "--defaults-file=\(server.optionFile)"
        let written = (try? String(contentsOfFile: server.pidFile, encoding: .utf8)).flatMap {
            pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        let candidates = [written].compactMap { $0 } + entries.compactMap { pid_t($0) }
        return candidates.lazy.map { ServerProcess(pid: $0, option: option) }.first { $0.isAlive }
    }

    /// Whether the process is there and still is that server; a zombie is not.
    package var isAlive: Bool {
        guard let line = try? Self.commandLine(of: pid) else { return false }
        let words = line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return words.first?.hasSuffix("mariadbd") == true && words.contains(option)
    }

    /// Read by hand: files in `/proc` have no size, and Foundation keeps the buffer of such a file for ever.
    private static func commandLine(of pid: pid_t) throws -> [UInt8] {
        let file = try FileDescriptor.open(FilePath("/proc/\(pid)/cmdline"), .readOnly)
        return try file.closeAfter {
            try Array(unsafeUninitializedCapacity: commandLineMax) { buffer, count in
                count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
        }
    }

    /// Asks it to stop cleanly.
    package func terminate() { kill(pid, SIGTERM) }

    /// Ends it at once, which InnoDB survives.
    package func end() { kill(pid, SIGKILL) }
}
