import Foundation
import Ports
import Vocabulary

extension LiveNode {
    /// Runs a verb against this node's daemon.
    package func verb(_ words: String...) async throws -> VerbOutcome { try await verb(words) }

    package func verb(_ words: [String]) async throws -> VerbOutcome {
        try await program.run(words + ["--socket", socket, "--no-color"])
    }

    /// Runs a verb that must succeed.
    @discardableResult
    package func command(_ words: String...) async throws -> String {
        let outcome = try await verb(words)
        guard outcome.status == 0 else {
            throw LiveFailure.verb(
                words.joined(separator: " "), status: outcome.status, words: outcome.complaints + outcome.output)
        }
        return outcome.output
    }

    /// What a verb tells as JSON; exit status 1 only says that something was found.
    package func ask<T: Decodable>(_ words: String..., as type: T.Type = T.self) async throws -> T {
        let outcome = try await verb(words + ["--json"])
        guard outcome.status == 0 || outcome.status == 1 else {
            throw LiveFailure.verb(words.joined(separator: " "), status: outcome.status, words: outcome.complaints)
        }
        return try JSONDecoder().decode(type, from: Data(outcome.output.utf8))
    }

    package func status() async throws -> NodeReport { try await ask("status") }

    package func conflicts(all: Bool = false) async throws -> [ConflictReport] {
        try await all ? ask("replication", "conflicts", "--all") : ask("replication", "conflicts")
    }

    package func explain() async throws -> [DecisionReport] { try await ask("explain", "--limit", "200") }

    /// The status, or nil while no daemon answers.
    package func statusIfAny() async -> NodeReport? { try? await status() }

    /// Waits until the status is as wanted; gives it.
    @discardableResult
    package func awaitStatus(
        _ what: String, within limit: Duration = .seconds(20), _ holds: (NodeReport) -> Bool
    ) async throws -> NodeReport {
        var last: NodeReport?
        return try await Waiting.find(
            "\(mode): \(what)", within: limit, seen: { last.map { Self.summary($0) } ?? "no answer" }
        ) {
            last = await statusIfAny()
            guard let last, holds(last) else { return nil }
            return last
        }
    }

    /// Waits until the node's own database runs and capture is in place.
    package func awaitReady(within limit: Duration = .seconds(30)) async throws {
        try await awaitStatus("its own database", within: limit) { $0.database == "running" && !$0.items.isEmpty }
    }

    /// Waits until the peer is seen under a diagnosis; nil waits for it to be online.
    @discardableResult
    package func awaitPeer(_ diagnosis: String?, within limit: Duration = .seconds(30)) async throws -> NodeReport {
        try await awaitStatus("peer \(diagnosis ?? "online")", within: limit) { report in
            guard let peer = report.peer else { return false }
            return diagnosis.map { peer.diagnosis == $0 } ?? (peer.state == "online")
        }
    }

    /// Waits until an item is in a state.
    @discardableResult
    package func awaitItem(
        _ item: String, _ state: String, within limit: Duration = .seconds(30)
    ) async throws -> ItemReport {
        let report = try await awaitStatus("item \(item) \(state)", within: limit) {
            $0.items.first { $0.name.description == item }?.state == state
        }
        guard let found = report.items.first(where: { $0.name.description == item }) else {
            throw LiveFailure.notRunning("item \(item)")
        }
        return found
    }

    static func summary(_ report: NodeReport) -> String {
        let peer = report.peer.map { "\($0.state) \($0.diagnosis ?? "-") \($0.words ?? "")" } ?? "none"
        let items = report.items.map { "\($0.name)=\($0.state)" + ($0.words.map { " (\($0))" } ?? "") }
        return "database \(report.database); peer \(peer); \(items.joined(separator: ", ")); "
            + "warnings \(report.warnings)"
    }
}
