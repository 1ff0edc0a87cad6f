import ArgumentParser

/// `asterisk`: what this node's Asterisk is given, and how it is.
struct Asterisk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "asterisk",
        abstract: "What this node's Asterisk is given, and how it is.",
        discussion: """
            The daemon renders Asterisk's files from the tables and has Asterisk read them. These verbs look; they \
            change nothing.
            """,
        subcommands: [AsteriskStatus.self, AsteriskRender.self], defaultSubcommand: AsteriskStatus.self)
}
