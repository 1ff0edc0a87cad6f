import Glibc

/// A process that the tests started: its output goes to a file, and it is ended by its number.
struct ChildProcess: Sendable, Hashable {
    /// `POSIX_SPAWN_SETSID`, which the library hides behind a feature macro.
    private static let ownSession: Int16 = 0x80

    let pid: pid_t

    /// Starts a program; what it writes is appended to the file at `log`. It runs in a session of its own.
    static func start(_ command: [String], log: String) throws(AsteriskKitFailure) -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Self.ownSession)
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        OpenDescriptors.keepFromChildren()
        var pid: pid_t = 0
        let status = posix_spawnp(&pid, command[0], &actions, &attributes, &words, environ)
        guard status == 0 else { throw .cannotStart(program: command[0], number: status) }
        return ChildProcess(pid: pid)
    }

    func signal(_ number: Int32) { kill(pid, number) }

    /// Ends it at once, as a power cut would, and takes leave of it.
    func endAtOnce() {
        kill(pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
    }

    /// Whether it has ended; once it says so, its number means nothing any more.
    func hasEnded() -> Bool {
        var status: Int32 = 0
        return waitpid(pid, &status, WNOHANG) != 0
    }
}
