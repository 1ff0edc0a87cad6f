import ArgumentParser

/// `calls`: what was telephoned.
struct Calls: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the call records of both nodes.", subcommands: [CallsList.self, CallsRefused.self],
        defaultSubcommand: CallsList.self)
}
