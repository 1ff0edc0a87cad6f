import ArgumentParser

/// `provision`: the files of phones and gateways.
struct Provision: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at the files of phones and gateways, and at the templates they are made from.",
        discussion: """
            Phones fetch their files from both nodes over HTTPS, each with its own credentials. These verbs show what \
            they get. Provisioning is switched on in the settings: provisioning.enabled.
            """,
        subcommands: [ProvisionRender.self, ProvisionCredentials.self, ProvisionTemplates.self])
}
