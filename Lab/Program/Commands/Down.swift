import ArgumentParser
import LabKit

/// `down`: takes the lab away, also what a killed one left.
struct Down: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Take the lab away and leave nothing behind.")

    @OptionGroup var place: LabPlaceOptions

    func run() async throws {
        let found = try await LabFolder(place.name).clear(place.name)
        try await LabFolder.sweep()
        LabScreen.line(found ? "The lab is gone." : "No lab was up.")
    }
}
