import ArgumentParser
import LabKit

/// `enter`: runs a command on one of the hosts.
struct Enter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Run a command on one of the hosts.")

    @OptionGroup var place: LabPlaceOptions
    @Argument(help: "primary or secondary.")
    var server: ServerName
    @Argument(parsing: .captureForPassthrough, help: "The command.")
    var words: [String]

    func run() async throws {
        let ending = try await place.lab().host(server.mode).room.run(words)
        LabScreen.line(ending.output + ending.error)
        guard ending.code == 0 else { throw ExitCode(ending.code) }
    }
}
