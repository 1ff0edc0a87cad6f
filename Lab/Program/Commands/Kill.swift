import ArgumentParser
import LabKit

/// `kill`: ends something at once, as a power cut or a crash does.
struct Kill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Kill a whole host, or its asterisk, mariadb or daemon alone.")

    @OptionGroup var place: LabPlaceOptions
    @Argument(help: "host, asterisk, mariadb or daemon.")
    var what: FaultName
    @Argument(help: "primary or secondary.")
    var server: ServerName

    func run() async throws { try await place.lab().inflict(what.dead(server.mode)) }
}
