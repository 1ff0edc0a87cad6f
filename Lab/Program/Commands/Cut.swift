import ArgumentParser
import LabKit

/// `cut`: pulls a cable out.
struct Cut: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Cut the link between the two servers, or the hotel's uplink.")

    @OptionGroup var place: LabPlaceOptions
    @Argument(help: "link or uplink.")
    var cable: FaultName

    func run() async throws { try await place.lab().inflict(cable.cut()) }
}
