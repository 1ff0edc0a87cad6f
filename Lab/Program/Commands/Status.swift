import ArgumentParser
import LabKit

/// `status`: what runs where.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say what runs where.")

    @OptionGroup var place: LabPlaceOptions

    func run() async throws { LabScreen.line(try await LabReport(lab: place.lab()).text) }
}
