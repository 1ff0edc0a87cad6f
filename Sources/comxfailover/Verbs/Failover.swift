import ArgumentParser

/// `failover`: which node owns what, and how that changes.
struct Failover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Disable failover and enable it again: change which node owns what.",
        discussion: """
            Every scope of data has one owner: configuration is at home on the Primary, guest on the Secondary. \
            Disabling failover on the Primary makes it the owner of both, so that it does everything alone; enabling \
            it returns each scope to its home, and nothing is lost. On the Secondary the same verbs serve a Primary \
            that is lost for good.

            Each verb says first what it will do, and asks; --dry-run only says it, --yes does not ask.
            """,
        subcommands: [FailoverDisable.self, FailoverEnable.self, FailoverGiveback.self])
}
