import Subprocess
import SystemPackage

@testable import MariaStore

/// A server whose keeper is gone, as after `kill -9` of the daemon; and a technician's way in.
enum OrphanServer {
    struct Failure: Error {
        let words: String
    }

    /// Fills the data folder, as a first start does.
    static func install(_ server: PrivateServer) async throws {
        let installer = PrivateServerInstaller(server: server)
        try installer.prepare()
        try await installer.install()
    }

    /// Runs `body` beside a server that is nobody's child, and ends it where `body` has not.
    static func with(_ server: PrivateServer, _ body: (ServerProcess) async throws -> Void) async throws {
        try await install(server)
        let script = "setsid \"$0\" --defaults-file=\"$1\" >/dev/null 2>&1 &"
        try await run("/bin/sh", ["-c", script, server.program, server.optionFile])
        let connection = MariaConnection(endpoint: server.administrator)
        while (try? await connection.perform { try $0.ping() }) == nil { await Task.yield() }
        await connection.close()
        guard let process = ServerProcess.find(server) else { throw Failure(words: "no process was found") }
        defer { process.end() }
        try await body(process)
    }

    /// What the `mariadb` client prints for a statement, given nothing but the option file.
    static func ask(_ server: PrivateServer, _ sql: String) async throws -> String {
        try await run("/usr/bin/mariadb", ["--defaults-file=\(server.optionFile)", "-N", "-e", sql])
    }

    @discardableResult
    private static func run(_ program: FilePath, _ arguments: [String]) async throws -> String {
        let result = try await Subprocess.run(
            .path(program), arguments: Arguments(arguments), output: .string(limit: 64 << 10),
            error: .combinedWithOutput)
        guard result.terminationStatus.isSuccess else { throw Failure(words: result.standardOutput) }
        return result.standardOutput
    }
}
