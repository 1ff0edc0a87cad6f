import Foundation
import Glibc
import MariaStore
import Ports
import Synchronization

/// One daemon of the product, started from its binary with settings of its own.
final class DaemonProcess: Sendable {
    let folder: String
    private let binary: String
    private let settings: String
    private let running = Mutex<pid_t?>(nil)

    init(folder: String, binary: String, settings: String) {
        self.folder = folder
        self.binary = binary
        self.settings = settings
    }

    private var settingsFile: String { folder + ".yaml" }
    private var socket: String { folder + "/comxfailover.sock" }

    /// Its private MariaDB.
    var server: BenchServer { BenchServer(server: PrivateServer(folder: folder + "/mariadb", port: nil)) }

    /// The process, while it runs.
    var pid: pid_t? { running.withLock { $0 } }

    func start() throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try settings.write(toFile: settingsFile, atomically: true, encoding: .utf8)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: settingsFile)
        let log = folder + ".log"
        if !files.fileExists(atPath: log) { _ = files.createFile(atPath: log, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = ["run", "--config", settingsFile]
        let output = FileHandle(forWritingAtPath: log)
        try output?.seekToEnd()
        process.standardError = output
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        running.withLock { $0 = process.processIdentifier }
    }

    /// Asks it to stop, and waits.
    func stop() { end(by: SIGTERM) }

    /// Kills it on the spot.
    func kill() { end(by: SIGKILL) }

    private func end(by signal: CInt) {
        guard let pid else { return }
        Glibc.kill(pid, signal)
        while Glibc.kill(pid, 0) == 0 { usleep(5_000) }
        running.withLock { $0 = nil }
    }

    /// Runs a verb of the command line against this daemon.
    func verb(_ words: String...) throws {
        try Shell.run(binary, words + ["--config", settingsFile])
    }

    /// What the daemon says of itself; nil while it does not answer.
    func status() -> NodeReport? {
        guard let body = UnixSocketQuestion(path: socket).get("/api/v1/status") else { return nil }
        return try? JSONDecoder().decode(NodeReport.self, from: body)
    }
}
