import ArgumentParser

/// `config`: the settings file.
struct Config: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check or show the settings of this node.",
        discussion: "These verbs read the settings file; they need no daemon.",
        subcommands: [ConfigCheck.self, ConfigShow.self], defaultSubcommand: ConfigCheck.self)
}
