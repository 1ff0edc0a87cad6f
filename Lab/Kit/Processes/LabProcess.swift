import AsteriskTestKit
import Foundation
import Glibc

/// A process on this machine, by its number.
package struct LabProcess: Sendable, Hashable {
    /// `POSIX_SPAWN_SETSID` of glibc, which Swift does not see.
    private static let newSession: Int32 = 0x80

    package let pid: pid_t

    /// Starts a command line in a session of its own, so that it outlives whoever started it. What it writes is added
    /// to the file at `log`.
    package static func start(_ words: [String], log: String) throws(LabFailure) -> LabProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        resetSignals(&attributes)
        let arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        OpenDescriptors.keepFromChildren()
        var pid: pid_t = 0
        let status = posix_spawnp(&pid, words[0], &actions, &attributes, arguments, environ)
        guard status == 0 else { throw .notStarted(program: words[0], number: status) }
        return LabProcess(pid: pid)
    }

    /// All that run now.
    static var all: [LabProcess] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.compactMap { pid_t($0) }.map(LabProcess.init)
    }

    /// Those whose command line holds all of these words.
    package static func find(_ words: [String]) -> [LabProcess] {
        all.filter { process in
            let line = process.words
            return words.allSatisfy(line.contains)
        }
    }

    /// The programs of MariaDB that work below a folder, its installer too.
    package static func findDatabase(below folder: String) -> [LabProcess] {
        all.filter { process in
            let line = process.words
            let isMariaDB = line.prefix(2).contains { $0.hasSuffix("mariadbd") || $0.hasSuffix("mariadb-install-db") }
            return isMariaDB && line.contains { $0.contains(folder) }
        }
    }

    /// Those that carry a lab's mark.
    package static func marked(_ name: LabName) -> [LabProcess] {
        let mark = Array(name.mark.utf8)
        return all.filter { process in
            process.contents("environ").split(separator: 0).contains { $0.elementsEqual(mark) }
        }
    }

    /// Whether it runs; a dead one that was ours to bury is buried by asking.
    package var isAlive: Bool {
        var status: Int32 = 0
        if waitpid(pid, &status, WNOHANG) == pid { return false }
        let state = stat.first
        return state != nil && state != "Z" && state != "X"
    }

    /// Whether it was made to stand still.
    package var isFrozen: Bool { stat.first == "T" }

    /// The name of the program it runs, as the kernel keeps it: 15 letters at most.
    package var program: String {
        String(decoding: contents("comm"), as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    var parent: pid_t? { stat.dropFirst().first.flatMap { pid_t($0) } }

    /// The room of process numbers that it lives in.
    var room: String? { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/ns/pid") }

    /// Its command line.
    var words: [String] { contents("cmdline").split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }

    package func send(_ signal: Int32) { kill(pid, signal) }

    /// The fields of the kernel's line about it, from its state on.
    private var stat: [Substring] {
        let line = String(decoding: contents("stat"), as: UTF8.self)
        guard let end = line.lastIndex(of: ")") else { return [] }
        return line[line.index(after: end)...].split(separator: " ")
    }

    /// A file of the kernel's about it; empty where it is gone.
    private func contents(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: "/proc/\(pid)/\(name)").map { Array($0) } ?? []
    }

    private static func resetSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigemptyset(&all)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&all, signal) }
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }
}
