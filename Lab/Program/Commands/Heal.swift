import ArgumentParser
import LabKit
import Vocabulary

/// `heal`: puts everything right that was cut, killed or frozen.
struct Heal: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put everything right that was cut, killed or frozen.")

    @OptionGroup var place: LabPlaceOptions

    func run() async throws {
        let lab = try place.lab()
        try await lab.healAll()
        LabScreen.line(try await LabReport(lab: lab).text)
    }
}
