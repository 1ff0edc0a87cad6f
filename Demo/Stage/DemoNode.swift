import Foundation
import Glibc
import LabKit
import MariaStore
import Ports
import Vocabulary

/// One node of the demonstration: its daemon, its database, and the verbs that ask it.
struct DemoNode: Sendable {
    /// How long a daemon may take to stop in order.
    private static let stopMax = Duration.seconds(30)

    let mode: Mode
    let place: NodePlace
    /// The host that it lives on; nil on loopback.
    let host: LabHost?
    let program: String
    /// The way into the node's database, as its administrator.
    let database: MariaConnection

    init(mode: Mode, place: NodePlace, host: LabHost?, program: String) {
        self.mode = mode
        self.place = place
        self.host = host
        self.program = program
        database = MariaConnection(endpoint: place.server.administrator)
    }

    // MARK: - The daemon

    func startDaemon() async throws {
        if let host {
            try await host.node.start()
        } else {
            _ = try LabProcess.start([program, "run", "--config", place.settingsFile], log: place.log)
        }
    }

    /// The node's daemon, where one runs.
    var daemon: LabProcess? {
        LabProcess.find(["run", "--config", place.settingsFile]).first { $0.program == LabNode.program }
    }

    /// The node's MariaDB, where one runs.
    var databaseServer: LabProcess? {
        LabProcess.find(["--defaults-file=\(place.server.optionFile)"]).first { $0.program == LabNode.databaseProgram }
    }

    /// Stops daemon and database: in order first, and by force where that takes too long.
    func stop() async {
        await database.close()
        for (what, find) in [("the daemon", { daemon }), ("MariaDB", { databaseServer })] {
            guard let process = find() else { continue }
            process.send(SIGTERM)
            try? await Patience.until("\(what) has ended", within: Self.stopMax) { process.isAlive ? nil : () }
            if process.isAlive { process.send(SIGKILL) }
        }
    }

    // MARK: - The verbs

    /// The command line of a verb, as a person would type it.
    func verb(_ words: [String]) -> [String] { [program] + words + ["--config", place.settingsFile] }

    /// Runs a verb that must succeed; gives what it said.
    @discardableResult
    func order(_ words: [String]) async throws -> String { try await LabCommand.demand(verb(words)) }

    /// What `status` says; nil where nobody answers.
    func status() async -> NodeReport? {
        guard let ending = try? await LabCommand.run(verb(["status", "--json"])) else { return nil }
        return try? JSONDecoder().decode(NodeReport.self, from: Data(ending.output.utf8))
    }

    /// How the node's Asterisk is, and whether it has what it was given; nil where nobody answers.
    func asterisk() async -> AsteriskReport? {
        guard let ending = try? await LabCommand.run(verb(["asterisk", "status", "--json"])) else { return nil }
        return try? JSONDecoder().decode(AsteriskReport.self, from: Data(ending.output.utf8))
    }

    /// The open entries of the ledger.
    func conflicts() async throws -> [ConflictReport] {
        let line = verb(["replication", "conflicts", "--json"])
        let text = try await LabCommand.demand(line)
        do {
            return try JSONDecoder().decode([ConflictReport].self, from: Data(text.utf8))
        } catch {
            throw DemoFailure.program(line.joined(separator: " "), said: "an answer that cannot be read: \(error)")
        }
    }

    /// Compares all items with the peer's; gives the last report.
    func compare() async throws -> ProgressReport {
        let line = verb(["replication", "compare", "--json"])
        let ending = try await LabCommand.run(line)
        let last = ending.output.split(separator: "\n").last.map { Data($0.utf8) } ?? Data()
        guard let report = try? JSONDecoder().decode(ProgressReport.self, from: last) else {
            throw DemoFailure.program(line.joined(separator: " "), said: ending.error + ending.output.suffix(200))
        }
        return report
    }
}
