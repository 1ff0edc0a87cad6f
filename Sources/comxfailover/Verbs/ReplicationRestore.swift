import ArgumentParser

/// `replication restore`: puts a losing row back.
struct ReplicationRestore: NodeVerb {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put the losing row of a ledger entry back.",
        discussion: """
            The row is written as a new write of this node, which is copied to the peer like any other.

            EXAMPLE
              comxfailover replication restore 17
            """)

    @Argument(help: "The number of the entry.")
    var entry: UInt64

    @OptionGroup var options: GlobalOptions

    func perform(with client: NodeClient, on screen: Screen) async throws -> ExitStatus {
        try await act(.restore(entry), with: client, on: screen) { _ in
            "The losing row of entry \(entry) is back in its table."
        }
    }
}
