import ArgumentParser
import LabKit

/// `down`: stops the pair and takes everything of it away.
struct Down: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stop the pair and remove everything of it.")

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let paper = Paper.standard()
        let folder = DemoFolder(path: place.absoluteFolder)
        do {
            let lock = try await DemoLock.take(in: folder, paper: paper)
            defer { withExtendedLifetime(lock) {} }
            let swept = try await Leftovers(folder: folder).sweep()
            folder.remove()
            paper.line(swept ? "The pair is stopped, and its folder is removed." : "Nothing was running.")
        } catch let failure as DemoFailure {
            paper.trouble(failure.words)
            throw ExitCode.failure
        } catch let failure as LabFailure {
            paper.trouble(failure.description)
            throw ExitCode.failure
        }
    }
}
