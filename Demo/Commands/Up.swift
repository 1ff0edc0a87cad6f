import ArgumentParser
import Foundation
import LabKit

/// `up`: starts the pair and shows what it promises.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a pair, show it at work, and end with a table of what was proved.")

    @Flag(help: "Unattended: clean up everything at the end, and exit with 1 where a claim fails.")
    var check = false

    @Option(help: "The program to run the nodes with.")
    var program: String

    @OptionGroup var place: PlaceOptions

    func run() async throws {
        let paper = Paper.standard()
        let folder = DemoFolder(path: place.absoluteFolder)
        do {
            try await show(in: folder, on: paper)
        } catch let failure as DemoFailure {
            paper.trouble(failure.words)
            throw ExitCode.failure
        } catch let failure as LabFailure {
            paper.trouble(failure.description)
            throw ExitCode.failure
        }
    }

    private func show(in folder: DemoFolder, on paper: Paper) async throws {
        let path = URL(fileURLWithPath: program).standardizedFileURL.path
        try folder.refuseUnusable(program: path)
        let lock = try await DemoLock.take(in: folder, paper: paper)
        defer { withExtendedLifetime(lock) {} }
        let stage = try await Stage.prepare(folder: folder, program: path, paper: paper)
        let ending = await Show(stage: stage, paper: paper).performUntilSignal()
        if check || ending != .complete {
            let failed = ending == .brokenOff || (ending == .complete && !stage.claims.allHold)
            if failed { folder.gatherLogs(of: stage.nodes) }
            try await stage.strike(paper: paper)
            // The logs of a show that failed are kept; who interrupted it does not want them.
            if failed { folder.keepLogsOnly(paper: paper) } else { folder.remove() }
        } else {
            Farewell(stage: stage).write(on: paper)
        }
        switch ending {
        case .complete: if !stage.claims.allHold { throw ExitCode.failure }
        case .brokenOff: throw ExitCode.failure
        case .interrupted(let signal): throw ExitCode(128 + signal)
        }
    }
}
