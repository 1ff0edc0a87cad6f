import Foundation
import Vocabulary

/// Everything the acts play with: the two nodes, the network between them, the books.
struct Stage: Sendable {
    let folder: DemoFolder
    let network: DemoNetwork
    /// Why the network cannot be cut; nil where it can.
    let uncuttable: String?
    let primary: DemoNode
    let secondary: DemoNode
    let claims = ClaimBook()
    let books = CallBooks()

    var nodes: [DemoNode] { [primary, secondary] }

    func node(_ mode: Mode) -> DemoNode { mode == .primary ? primary : secondary }

    /// Sweeps what a former demonstration left, and builds the stage; nothing runs yet.
    static func prepare(folder: DemoFolder, program: String, paper: Paper) async throws(DemoFailure) -> Stage {
        if await Leftovers(folder: folder).sweep() {
            paper.line("A former demonstration was left over; it is stopped.")
        }
        let secret = try await Program.demand([program, "secret", "generate"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
        for mode in Mode.allCases { try folder.clear(mode) }
        let (network, reason) = await DemoNetwork.build(for: folder)
        let stage = Stage(folder: folder, network: network, uncuttable: reason, program: program)
        for node in stage.nodes { try node.writeSettings(secret: secret) }
        return stage
    }

    private init(folder: DemoFolder, network: DemoNetwork, uncuttable: String?, program: String) {
        self.folder = folder
        self.network = network
        self.uncuttable = uncuttable
        primary = DemoNode(mode: .primary, folder: folder, network: network, program: program)
        secondary = DemoNode(mode: .secondary, folder: folder, network: network, program: program)
    }

    /// Stops everything that was started and takes the network away.
    func strike(paper: Paper) async {
        paper.endProgress()
        paper.line("\nCleaning up.")
        await withTaskGroup(of: Void.self) { group in
            for node in nodes { group.addTask { await node.stop() } }
        }
        _ = await Leftovers(folder: folder).sweep()
    }
}
