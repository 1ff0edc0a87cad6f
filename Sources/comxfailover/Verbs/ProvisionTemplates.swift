import ArgumentParser

/// `provision templates`: what the files are made from.
struct ProvisionTemplates: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List the templates, or write the built-in ones to a folder.",
        subcommands: [ProvisionTemplatesList.self, ProvisionTemplatesExport.self],
        defaultSubcommand: ProvisionTemplatesList.self)
}
