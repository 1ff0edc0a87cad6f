import ArgumentParser
import Foundation

/// Where the demonstration lives.
struct PlaceOptions: ParsableArguments {
    @Option(help: "The folder of the nodes' settings, data and logs.")
    var folder = ".demo"

    /// The folder as an absolute path.
    var absoluteFolder: String { URL(fileURLWithPath: folder).standardizedFileURL.path }
}
