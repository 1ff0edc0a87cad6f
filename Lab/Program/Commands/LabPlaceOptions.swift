import ArgumentParser
import Foundation
import LabKit

/// Which lab is meant: each folder has one of its own.
struct LabPlaceOptions: ParsableArguments {
    @Option(help: "The folder that the lab belongs to; labs of several folders live side by side.")
    var of = "."

    var name: LabName { LabName(of: URL(fileURLWithPath: of).standardizedFileURL.path) }

    /// The lab that is up.
    func lab() throws -> Lab {
        guard let lab = try Lab.standing(name) else { throw ValidationError("No lab is up here; try: make lab") }
        return lab
    }
}
