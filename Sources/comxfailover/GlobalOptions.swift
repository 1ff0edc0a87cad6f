import ArgumentParser
import Settings

/// The options that every verb takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The settings file of this node.", valueName: "path"))
    var config = SettingsFile.standardPath

    @Option(help: ArgumentHelp("The daemon's socket, where the settings file is not to be asked.", valueName: "path"))
    var socket: String?

    @Flag(help: "Print the value itself as JSON.")
    var json = false

    @Flag(name: .customLong("no-color"), help: "No colours, also on a terminal. NO_COLOR does the same.")
    var noColor = false
}
