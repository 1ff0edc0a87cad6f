import Foundation
import Glibc
import MariaStore
import Synchronization
import Vocabulary

/// One real node of a test: its settings, its daemon, its private MariaDB.
package final class LiveNode: Sendable {
    package let place: LivePlace
    package let peerPlace: LivePlace
    /// Settings, secret, log and state.
    package let folder: String
    package let state: String
    package let program: Program
    let database: MariaConnection
    private let daemon = Mutex<DaemonProcess?>(nil)
    private let wanted: Mutex<LiveSettings>

    package init(
        settings: LiveSettings, place: LivePlace, peerPlace: LivePlace, folder: String, program: Program
    ) throws {
        self.place = place
        self.peerPlace = peerPlace
        self.folder = folder
        state = folder + "/state"
        self.program = program
        wanted = Mutex(settings)
        database = MariaConnection(
            endpoint: .socket(state + "/mariadb/mariadb.sock", user: PrivateServer.systemUser))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    package var settings: LiveSettings { wanted.withLock { $0 } }
    package var mode: Mode { settings.mode }
    package var settingsFile: String { folder + "/comxfailover.yaml" }
    package var socket: String { folder + "/node.sock" }
    package var log: String { folder + "/log" }
    package var databaseFolder: String { state + "/mariadb" }

    /// Changes what the settings file says from the next start on.
    package func changeSettings(_ change: (inout LiveSettings) -> Void) { wanted.withLock { change(&$0) } }

    /// Writes the settings and starts the daemon.
    package func start() throws {
        let settings = settings
        let text = settings.text(place: place, peer: peerPlace, folder: folder, state: state)
        try text.write(toFile: settingsFile, atomically: true, encoding: .utf8)
        try settings.secret.write(toFile: folder + "/secret", atomically: true, encoding: .utf8)
        chmod(folder + "/secret", 0o600)
        let process = try DaemonProcess.start(program.path, ["run", "--config", settingsFile], log: log)
        daemon.withLock { $0 = process }
        try "\(process.pid)\n".write(toFile: folder + "/daemon.pid", atomically: true, encoding: .utf8)
    }

    /// Asks the daemon to stop and waits for it; gives its exit status.
    @discardableResult
    package func stop(within limit: Duration = .seconds(30)) async throws -> Int32 {
        let process = try running
        process.signal(SIGTERM)
        let status = try await process.ended(within: limit)
        daemon.withLock { $0 = nil }
        return status
    }

    /// Ends the daemon as a crash would; its MariaDB lives on.
    package func killDaemon() throws {
        try running.endAtOnce()
        daemon.withLock { $0 = nil }
    }

    /// Ends the MariaDB as a crash would; the daemon lives on.
    package func killDatabase() throws {
        guard let server else { throw LiveFailure.notRunning("MariaDB of the \(mode)") }
        server.signal(SIGKILL)
    }

    /// Stops, or lets go on, everything of the node at once, as a host that hangs.
    package func freeze(_ isFrozen: Bool) throws {
        let signal = isFrozen ? SIGSTOP : SIGCONT
        try running.signal(signal)
        server?.signal(signal)
    }

    /// Ends everything of the node at once, as a power cut.
    package func cutPower() {
        daemon.withLock { process in
            process?.endAtOnce()
            process = nil
        }
        server?.signal(SIGKILL)
    }

    package var isRunning: Bool { daemon.withLock { $0 != nil } }

    package var server: ServerNumber? { ServerNumber(folder: databaseFolder) }

    package var pid: pid_t? { daemon.withLock { $0?.pid } }

    /// Waits for the daemon to end by itself.
    package func ended(within limit: Duration) async throws -> Int32 {
        let status = try await running.ended(within: limit)
        daemon.withLock { $0 = nil }
        return status
    }

    private var running: DaemonProcess {
        get throws {
            guard let process = daemon.withLock({ $0 }) else {
                throw LiveFailure.notRunning("the daemon of the \(mode)")
            }
            return process
        }
    }

    /// The last lines of its log.
    package func logTail(_ count: Int = 25) -> String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").suffix(count).joined(separator: "\n")
    }
}
