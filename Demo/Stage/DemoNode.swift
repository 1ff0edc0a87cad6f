import Foundation
import Glibc
import MariaStore
import Ports
import Vocabulary

/// One node of the demonstration: its settings, its daemon, its database, and the verbs that ask it.
struct DemoNode: Sendable {
    /// How long a daemon may take to stop in order.
    private static let stopMax = Duration.seconds(30)

    let mode: Mode
    let folder: DemoFolder
    let network: DemoNetwork
    let program: String
    /// The way into the node's database, as its administrator.
    let database: MariaConnection

    init(mode: Mode, folder: DemoFolder, network: DemoNetwork, program: String) {
        self.mode = mode
        self.folder = folder
        self.network = network
        self.program = program
        database = MariaConnection(endpoint: folder.server(mode).administrator)
    }

    var settingsFile: String { folder.settings(mode) }

    /// The command line that runs the daemon; what comes before its program enters its network.
    var daemonCommand: [String] { network.prefix(mode) + [program, "run", "--config", settingsFile] }

    /// Writes the settings and the secret that both nodes share.
    func writeSettings(secret: String) throws(DemoFailure) {
        do {
            try Data((secret + "\n").utf8).write(to: URL(fileURLWithPath: folder.secret(mode)))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.secret(mode))
            try Data(settingsText.utf8).write(to: URL(fileURLWithPath: settingsFile))
        } catch {
            throw .machine("\(settingsFile) cannot be written: \(error.localizedDescription)")
        }
    }

    private var settingsText: String {
        """
        mode: \(mode.rawValue)
        local_host: \(network.address(mode))
        remote_host: \(network.address(mode.peer))
        secret_file: \(folder.secret(mode))
        state_folder: \(folder.state(mode))
        property:
            name: Hotel Demonstration
            time_zone: Europe/Vienna
        ports:
            metrics: \(network.metricsPort(mode))
        peer_ports:
            database: \(network.databasePort)
        database:
            private:
                port: \(network.databasePort)

        """
    }

    // MARK: - The daemon

    func startDaemon() throws(DemoFailure) -> DetachedProcess {
        try DetachedProcess.start(daemonCommand, log: folder.log(mode))
    }

    /// The node's daemon, where one runs.
    var daemon: DetachedProcess? { DetachedProcess.find(["run", "--config", settingsFile]).first }

    /// The node's MariaDB, where one runs.
    var databaseServer: ServerProcess? { ServerProcess.find(folder.server(mode)) }

    /// Stops daemon and database: in order first, and by force where that takes too long.
    func stop() async {
        await database.close()
        if let daemon {
            daemon.send(SIGTERM)
            try? await Patience.until("the daemon has ended", within: Self.stopMax) { daemon.isAlive ? nil : () }
            if daemon.isAlive { daemon.send(SIGKILL) }
        }
        if let server = databaseServer {
            server.terminate()
            try? await Patience.until("MariaDB has ended", within: Self.stopMax) { server.isAlive ? nil : () }
            if server.isAlive { server.end() }
        }
    }

    // MARK: - The verbs

    /// The command line of a verb, as a person would type it.
    func verb(_ words: [String]) -> [String] { [program] + words + ["--config", settingsFile] }

    /// What `status` says; nil where nobody answers.
    func status() async -> NodeReport? {
        guard let ending = try? await Program.run(verb(["status", "--json"])) else { return nil }
        return try? JSONDecoder().decode(NodeReport.self, from: Data(ending.output.utf8))
    }

    /// The open entries of the ledger.
    func conflicts() async throws(DemoFailure) -> [ConflictReport] {
        let line = verb(["replication", "conflicts", "--json"])
        let text = try await Program.demand(line)
        do {
            return try JSONDecoder().decode([ConflictReport].self, from: Data(text.utf8))
        } catch {
            throw .program(line.joined(separator: " "), said: "an answer that cannot be read: \(error)")
        }
    }

    /// Compares all items with the peer's; gives the last report.
    func compare() async throws(DemoFailure) -> ProgressReport {
        let line = verb(["replication", "compare", "--json"])
        let ending = try await Program.run(line)
        let last = ending.output.split(separator: "\n").last.map { Data($0.utf8) } ?? Data()
        guard let report = try? JSONDecoder().decode(ProgressReport.self, from: last) else {
            throw .program(line.joined(separator: " "), said: ending.error + ending.output.suffix(200))
        }
        return report
    }
}
