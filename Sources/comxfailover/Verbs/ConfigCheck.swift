import ArgumentParser
import Settings

/// `config check`: is the settings file sound?
struct ConfigCheck: SettingsVerb {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the settings file.",
        discussion: """
            Tells every fault at once, one line each: file, line, key, and what is expected. The exit code is 0 for \
            a sound file, otherwise 78.

            EXAMPLE
              comxfailover config check --config /etc/comxfailover/comxfailover.yaml
            """)

    @OptionGroup var options: GlobalOptions

    func perform(with settings: LoadedSettings, on screen: Screen) throws {
        try screen.show(settings.rendering, or: "\(settings.file) is sound.")
    }
}
