import ArgumentParser

/// `telephony-settings`: what holds for the whole house.
struct TelephonySettings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "telephony-settings",
        abstract: "What holds for the whole house.",
        discussion: """
            The desk, the way outside, emergency calls, the standards of guests. The owner of the \
            configuration, normally the Primary, writes it; it is copied to the other node.
            """,
        subcommands: [SettingsList<TelephonySettingsVerbs>.self, SettingsEdit<TelephonySettingsVerbs>.self],
        defaultSubcommand: SettingsList<TelephonySettingsVerbs>.self)
}
