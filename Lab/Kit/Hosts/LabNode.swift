import Foundation
import MariaStore
import Ports
import Vocabulary

/// The daemon of a host with the private MariaDB that it starts for itself.
package struct LabNode: Sendable {
    /// The names of their processes.
    package static let program = "comxfailover"
    package static let databaseProgram = "mariadbd"
    /// Of the hotel's clock.
    package static let timeZone = "Europe/Vienna"
    private static let startMax = Duration.seconds(10)

    package let mode: Mode
    let room: LabRoom
    let addresses: LabAddresses
    /// The program's path.
    package let binary: String
    private let database: MariaConnection

    init(mode: Mode, room: LabRoom, addresses: LabAddresses, binary: String) {
        self.mode = mode
        self.room = room
        self.addresses = addresses
        self.binary = binary
        database = Self.connection(room)
    }

    private static func connection(_ room: LabRoom) -> MariaConnection {
        MariaConnection(
            endpoint: .socket(room.folder + "/state/mariadb/mariadb.sock", user: PrivateServer.systemUser))
    }

    package var settingsFile: String { room.folder + "/comxfailover.yaml" }
    /// Answers the verbs, also from outside the host's network.
    package var socket: String { room.folder + "/node.sock" }
    package var state: String { room.folder + "/state" }
    package var log: String { LabFile.tail(logFile) }
    package var logFile: String { room.folder + "/log/daemon" }

    /// Writes the settings and the secret.
    ///
    /// - Parameter extra: further sections of the settings file, such as those for telephony.
    package func prepare(secret: String, extra: String = "") throws(LabFailure) {
        try write(secret: secret)
        try LabFile.write(settings + extra, to: settingsFile)
    }

    /// Replaces the secret; a daemon takes it at its next start.
    package func write(secret: String) throws(LabFailure) {
        try LabFile.write(secret + "\n", to: secretFile)
        guard chmod(secretFile, 0o600) == 0 else { throw .unusable("the secret cannot be made private") }
    }

    /// The secret it has now.
    package func secret() throws(LabFailure) -> String {
        guard let text = LabFile.text(secretFile) else { throw .notRunning(secretFile) }
        return text.filter { !$0.isNewline }
    }

    private var secretFile: String { room.folder + "/secret" }

    private var settings: String {
        """
        mode: \(mode.rawValue)
        local_host: \(addresses.peerLink(mode))
        remote_host: \(addresses.peerLink(mode.peer))
        secret_file: \(room.folder)/secret
        state_folder: \(state)
        property:
            name: Hotel Laboratory
            time_zone: \(Self.timeZone)
        ports:
            console_socket: \(socket)
        database:
            private:
                buffer_pool: 32M
                extra_options: ["innodb-log-file-size=16M", "innodb-flush-method=nosync", "aria-log-file-size=8M",
                    "debug-no-sync", "innodb-data-file-path=ibdata1:4M:autoextend",
                    "innodb-temp-data-file-path=ibtmp1:4M:autoextend"]

        """
    }

    /// Starts the daemon and returns once it runs; its MariaDB comes later.
    package func start() async throws {
        try await room.spawn([binary, "run", "--config", settingsFile], log: logFile)
        try await LabWaiting.until("the daemon of the \(mode)", within: Self.startMax, seen: { log }) { daemon != nil }
    }

    /// Asks the daemon to end, and its MariaDB with it.
    package func stop() async throws {
        guard let daemon else { return }
        daemon.send(SIGTERM)
        try await LabWaiting.until("the end of the \(mode)'s daemon", within: .seconds(30), seen: { log }) {
            self.daemon == nil && databaseServer == nil
        }
    }

    package var daemon: LabProcess? { room.processes(Self.program).first }
    package var databaseServer: LabProcess? { room.processes(Self.databaseProgram).first }

    // MARK: Asking it

    /// Runs a verb against this node's daemon.
    package func verb(_ words: [String]) async throws(LabFailure) -> LabCommand.Ending {
        try await LabCommand.run([binary] + words + ["--socket", socket, "--no-color"])
    }

    /// Runs a verb that must succeed.
    @discardableResult
    package func order(_ words: [String]) async throws(LabFailure) -> String {
        let ending = try await verb(words)
        guard ending.code == 0 else {
            throw .program("\(mode): comxfailover \(words.joined(separator: " "))", said: ending.error + ending.output)
        }
        return ending.output
    }

    /// What `status` says; nil while no daemon answers.
    package func status() async -> NodeReport? {
        guard let ending = try? await verb(["status", "--json"]) else { return nil }
        return try? JSONDecoder().decode(NodeReport.self, from: Data(ending.output.utf8))
    }

    /// What `asterisk status` says; nil while no daemon answers.
    package func asterisk() async -> AsteriskReport? {
        guard let ending = try? await verb(["asterisk", "status", "--json"]) else { return nil }
        return try? JSONDecoder().decode(AsteriskReport.self, from: Data(ending.output.utf8))
    }

    /// Waits until the status is as wanted; gives it.
    @discardableResult
    package func awaitStatus(
        _ what: String, within limit: Duration = .seconds(60), _ holds: (NodeReport) -> Bool
    ) async throws -> NodeReport {
        try await LabWaiting.find("\(mode): \(what)", within: limit, seen: { log }) {
            guard let report = await status(), holds(report) else { return nil }
            return report
        }
    }

    /// Waits until the peer is seen in a state, such as `online`.
    package func awaitPeer(_ state: String, within limit: Duration = .seconds(60)) async throws {
        try await awaitStatus("the peer \(state)", within: limit) { $0.peer?.state == state }
    }

    /// Uses the node's MariaDB as its administrator; a connection that a crash had broken is made anew once.
    package func withDatabase<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws -> T {
        do {
            return try await database.perform(body)
        } catch let error as MariaError where error.isConnectionLost {
            return try await database.perform(body)
        }
    }

    /// A connection to the node's MariaDB as another program has one; whoever asks for it closes it.
    package func newConnection() -> MariaConnection { Self.connection(room) }

    /// Waits until the node's MariaDB answers.
    package func awaitDatabase(within limit: Duration = .seconds(60)) async throws {
        try await LabWaiting.until("\(mode): its MariaDB", within: limit, seen: { log }) {
            (try? await withDatabase { try $0.query("SELECT 1").count }) == 1
        }
    }
}
