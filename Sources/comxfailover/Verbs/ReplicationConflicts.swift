import ArgumentParser
import Ports

/// `replication conflicts`: the ledger of rows that lost.
struct ReplicationConflicts: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "List the conflict ledger, or show one entry whole.",
        discussion: """
            Where two writes did not know of each other, the newer wins on both nodes and the other row is kept \
            here, whole. So is every row that a repair wrote over. Without --all only open entries are listed.

            Columns marked * differ between the row that won and the row that lost.

            EXAMPLES
              comxfailover replication conflicts
              comxfailover replication conflicts 17
              comxfailover replication conflicts --all --json
            """)

    @Argument(help: "The number of one entry, to see both of its rows.")
    var entry: UInt64?

    @Flag(help: "List restored entries too.")
    var all = false

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        let openOnly = entry == nil && !all
        let conflicts: [ConflictReport] = try await client.ask(.conflicts(openOnly: openOnly))
        guard let entry else {
            let table = ConflictsTable(conflicts: conflicts, now: screen.now, layout: screen.layout)
            try screen.show(conflicts, or: table.text)
            return .ok
        }
        guard let conflict = conflicts.first(where: { $0.id == entry }) else {
            let help = "the entries are listed by: comxfailover replication conflicts --all"
            throw VerbFailure(status: .data, words: "the ledger has no entry \(entry); \(help)")
        }
        let sheet = ConflictSheet(conflict: conflict, now: screen.now, layout: screen.layout)
        try screen.show(conflict, or: sheet.text)
        return .ok
    }
}
