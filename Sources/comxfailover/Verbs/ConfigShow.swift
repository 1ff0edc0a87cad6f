import ArgumentParser
import Settings

/// `config show`: every setting in force.
struct ConfigShow: SettingsVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show every setting in force, defaults filled in, secrets hidden.",
        discussion: """
            Each value is marked as set in the file or left at its default.

            EXAMPLES
              comxfailover config show
              comxfailover config show --json | jq '.settings[] | select(.source == "set")'
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with settings: LoadedSettings, on screen: Screen) throws {
        try screen.show(settings.rendering, or: settings.rendering.yaml.withoutLastNewline)
    }
}

extension String {
    /// The text without the line's end that closes it; the screen writes its own.
    fileprivate var withoutLastNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
