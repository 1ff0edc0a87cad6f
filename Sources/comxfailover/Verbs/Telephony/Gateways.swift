import ArgumentParser

/// `gateways`: gateways of analog phones, and their lines.
struct Gateways: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gateways",
        abstract: "Gateways of analog phones, and their lines.",
        discussion: """
            Both nodes know every gateway. The owner of the configuration, normally the Primary, \
            writes them.
            """,
        subcommands: [
            EntryList<GatewayVerbs>.self, EntryAdd<GatewayVerbs>.self, EntryEdit<GatewayVerbs>.self,
            EntryRemove<GatewayVerbs>.self, EntryImportFile<GatewayVerbs>.self,
        ], defaultSubcommand: EntryList<GatewayVerbs>.self)
}
