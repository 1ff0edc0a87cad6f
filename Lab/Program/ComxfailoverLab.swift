import ArgumentParser

/// The whole system on one machine, to be looked at, harmed and healed by hand.
@main struct ComxfailoverLab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comxfailover-lab",
        abstract: "Two servers, a hotel and a carrier in network namespaces of this machine.",
        subcommands: [
            Up.self, Down.self, Status.self, Cut.self, Kill.self, Freeze.self, Heal.self, Enter.self,
        ],
        defaultSubcommand: Status.self)
}
