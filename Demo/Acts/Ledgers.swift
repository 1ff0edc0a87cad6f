import Ports
import Vocabulary

/// The conflict ledgers of both nodes at one moment.
struct Ledgers: Sendable {
    /// What kind of row lost, and why.
    struct Entry: Sendable, Hashable {
        let table: String
        let reason: String

        init(table: String, reason: String) {
            self.table = table
            self.reason = reason
        }

        init(_ report: ConflictReport) { self.init(table: report.table.name, reason: report.reason) }
    }

    private let entries: [Mode: [ConflictReport]]

    static func read(_ stage: Stage) async throws -> Ledgers {
        var entries: [Mode: [ConflictReport]] = [:]
        for node in stage.nodes { entries[node.mode] = try await node.conflicts() }
        return Ledgers(entries: entries)
    }

    /// The entries of both nodes that were not there before.
    func added(since before: Ledgers) -> [ConflictReport] {
        Mode.allCases.flatMap { mode in
            let known = Set((before.entries[mode] ?? []).map(\.id))
            return (entries[mode] ?? []).filter { !known.contains($0.id) }
        }
    }

    /// An entry in a line: what lost, against what.
    static func words(_ entry: ConflictReport) -> String {
        let key = entry.key.map { "\($0)=\($1)" }.sorted().joined(separator: " ")
        let winner = entry.winnerImage ?? [:]
        let loser = entry.loserImage ?? [:]
        let columns = Set(winner.keys).union(loser.keys).sorted().filter { winner[$0] != loser[$0] }
        let changes = columns.map {
            "\($0) \((loser[$0] ?? nil) ?? "NULL") lost against \((winner[$0] ?? nil) ?? "NULL")"
        }
        return "\(entry.reason) in \(entry.table.name) \(key): \(changes.joined(separator: ", "))"
    }
}
