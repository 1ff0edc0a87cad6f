import ArgumentParser

/// Two nodes on this machine and a hotel between them: started, filled, harmed, healed and compared.
@main struct ComxfailoverDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comxfailover-demo",
        abstract: "Shows a pair at work on this machine.",
        subcommands: [Up.self, Down.self],
        defaultSubcommand: Up.self)
}
