import Glibc

/// A child process of the tests: started with its output in a file, ended by its number.
package struct DaemonProcess: Sendable, Hashable {
    package let pid: pid_t

    /// Starts a program; what it writes is appended to the file at `log`.
    package static func start(_ program: String, _ arguments: [String], log: String) throws -> DaemonProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var pid: pid_t = 0
        let status = posix_spawn(&pid, program, &actions, nil, &words, environ)
        guard status == 0 else { throw LiveFailure.notStarted(program: program, number: status) }
        return DaemonProcess(pid: pid)
    }

    package func signal(_ number: Int32) { kill(pid, number) }

    /// Ends it at once, as a power cut would, and takes leave of it.
    package func endAtOnce() {
        kill(pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
    }

    /// The exit status, once it has ended by itself; a signal counts as its number below zero.
    package func ended(within limit: Duration) async throws -> Int32 {
        try await Waiting.find("the end of process \(pid)", within: limit) {
            var status: Int32 = 0
            guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
            return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
        }
    }
}
