import Foundation
import Glibc

/// A process that outlives the one that started it: in a session of its own, its words in a file.
struct DetachedProcess: Sendable, Hashable {
    /// `POSIX_SPAWN_SETSID` of glibc, which Swift does not see.
    private static let newSession: Int32 = 0x80

    let pid: pid_t

    /// Starts a command line; its first word is a path, or a name that is looked for. The log is added to.
    static func start(_ words: [String], log: String) throws(DemoFailure) -> DetachedProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        resetSignals(&attributes)
        let arguments = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        let status = posix_spawnp(&pid, words[0], &actions, &attributes, arguments, environ)
        guard status == 0 else {
            throw .program(words.joined(separator: " "), said: String(cString: strerror(status)))
        }
        return DetachedProcess(pid: pid)
    }

    /// The processes whose command line holds all of these words.
    static func find(_ words: [String]) -> [DetachedProcess] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.compactMap { pid_t($0) }.map(DetachedProcess.init).filter { process in
            let line = process.commandLine
            return words.allSatisfy(line.contains)
        }
    }

    /// The programs of MariaDB that work below a folder.
    static func findDatabase(in folder: String) -> [DetachedProcess] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return entries.compactMap { pid_t($0) }.map(DetachedProcess.init).filter { process in
            let line = process.commandLine
            let isMariaDB = line.prefix(2).contains { $0.hasSuffix("mariadbd") || $0.hasSuffix("mariadb-install-db") }
            return isMariaDB && line.contains { $0.contains(folder) }
        }
    }

    /// Whether it runs; a dead one that was ours to bury is buried by asking.
    ///
    /// Its command line would not do: that is empty for a moment while a process becomes another program.
    var isAlive: Bool {
        var status: Int32 = 0
        if waitpid(pid, &status, WNOHANG) == pid { return false }
        let fields = Self.contents("/proc/\(pid)/stat").split(separator: UInt8(ascii: ")")).last ?? []
        return !fields.isEmpty && !fields.prefix(2).contains(UInt8(ascii: "Z"))
    }

    func send(_ signal: Int32) { kill(pid, signal) }

    /// Empty for a process that is gone.
    private var commandLine: [String] {
        Self.contents("/proc/\(pid)/cmdline").split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The beginning of a file of the kernel's; empty where it is not there.
    private static func contents(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
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
