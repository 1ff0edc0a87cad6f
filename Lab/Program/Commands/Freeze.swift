import ArgumentParser
import LabKit

/// `freeze`: lets something stand still, alive but deaf.
struct Freeze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Let a daemon or a mariadb stand still.")

    @OptionGroup var place: LabPlaceOptions
    @Argument(help: "mariadb or daemon.")
    var what: FaultName
    @Argument(help: "primary or secondary.")
    var server: ServerName

    func run() async throws { try await place.lab().inflict(what.frozen(server.mode)) }
}
