import ArgumentParser

/// `sip-settings`: how this node speaks SIP.
struct SIPSettings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sip-settings",
        abstract: "How this node speaks SIP.",
        discussion: """
            Each node has its own; they are never copied.
            """,
        subcommands: [SettingsList<SIPSettingsVerbs>.self, SettingsEdit<SIPSettingsVerbs>.self],
        defaultSubcommand: SettingsList<SIPSettingsVerbs>.self)
}
