import ArgumentParser

/// `replication`: the copy itself.
struct Replication: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look into the copy, compare it, repair it.",
        discussion: """
            Every write of one node is copied to the other by itself. These verbs are for the day something is \
            wrong: a row that cannot be applied, rows that differ, two writes that did not know of each other.
            """,
        subcommands: [
            ReplicationStatus.self, ReplicationCompare.self, ReplicationRepair.self, ReplicationConflicts.self,
            ReplicationRestore.self, ReplicationRetry.self, ReplicationRemoveTriggers.self,
        ], defaultSubcommand: ReplicationStatus.self)
}
