import ArgumentParser

/// `personal-settings`: what people set for their extension.
struct PersonalSettings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "personal-settings",
        abstract: "Forwarding, do-not-disturb and voicemail PINs.",
        discussion: """
            They are written on either node; the newer of two changes wins. Every extension has them: `edit` sets, \
            `remove` forgets all that was set.
            """,
        subcommands: [
            EntryList<PersonalVerbs>.self, EntryEdit<PersonalVerbs>.self, EntryRemove<PersonalVerbs>.self,
        ], defaultSubcommand: EntryList<PersonalVerbs>.self)
}
