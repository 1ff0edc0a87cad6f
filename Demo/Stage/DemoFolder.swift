import Foundation
import MariaStore
import Vocabulary

/// The folder of the demonstration: a folder and a log for each node.
struct DemoFolder: Sendable, Hashable {
    /// What the longest path below the folder adds on loopback: a database's socket.
    private static let longestSocket = "/secondary/state/mariadb/mariadb.sock"

    let path: String

    func node(_ mode: Mode) -> String { "\(path)/\(mode.rawValue)" }
    func secret(_ mode: Mode) -> String { node(mode) + "/secret" }
    func log(_ mode: Mode) -> String { "\(path)/\(mode.rawValue).log" }
    func databaseLog(_ mode: Mode) -> String { "\(path)/\(mode.rawValue)-mariadb.log" }
    var lock: String { path + "/demo.lock" }

    /// Where a node's files lie on loopback.
    func place(_ mode: Mode) -> NodePlace {
        NodePlace(settingsFile: node(mode) + "/settings.yaml", stateFolder: node(mode) + "/state", log: log(mode))
    }

    /// Says early what would fail late.
    func refuseUnusable(program: String) throws(DemoFailure) {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw .machine("\(program) is no program; build it first: make build")
        }
        let longest = path + Self.longestSocket
        guard longest.utf8.count <= PrivateServer.socketPathMax else {
            throw .machine(
                "\(path) is too long a path for a Unix socket; name a shorter one: make demo FOLDER=/tmp/demo")
        }
    }

    /// Makes the folder of a node anew.
    func clear(_ mode: Mode) throws(DemoFailure) {
        do {
            try? FileManager.default.removeItem(atPath: node(mode))
            try FileManager.default.createDirectory(atPath: node(mode), withIntermediateDirectories: true)
            for file in [log(mode), databaseLog(mode)] { try? FileManager.default.removeItem(atPath: file) }
        } catch {
            throw .machine("\(node(mode)) cannot be made: \(error.localizedDescription)")
        }
    }

    /// Takes everything away.
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Brings the logs of the nodes here, before what they lie in is taken away.
    func gatherLogs(of nodes: [DemoNode]) {
        for node in nodes {
            copy(node.place.databaseLog, databaseLog(node.mode))
            if node.place.log != log(node.mode) { copy(node.place.log, log(node.mode)) }
        }
    }

    private func copy(_ source: String, _ target: String) {
        try? FileManager.default.removeItem(atPath: target)
        try? FileManager.default.copyItem(atPath: source, toPath: target)
    }

    /// Takes all but the logs away, and shows their ends.
    func keepLogsOnly(paper: Paper) {
        for mode in Mode.allCases {
            try? FileManager.default.removeItem(atPath: node(mode))
            for file in [log(mode), databaseLog(mode)] { showEnd(of: file, on: paper) }
        }
        paper.line("\nThe whole logs are in \(path).")
    }

    private func showEnd(of file: String, on paper: Paper) {
        guard let data = FileManager.default.contents(atPath: file), !data.isEmpty else { return }
        paper.line("\nThe last lines of \(file):")
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").suffix(Self.linesShown)
        for line in lines { paper.faint("  " + line) }
    }

    private static let linesShown = 12
}
