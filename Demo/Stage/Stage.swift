import Foundation
import LabKit
import Vocabulary

/// Everything the acts play with: the two nodes, what they stand on, the books.
struct Stage: Sendable {
    let folder: DemoFolder
    let network: DemoNetwork
    /// Why there is no lab; nil where there is one.
    let reduced: String?
    /// Since the first thing was started.
    let watch: Stopwatch
    let primary: DemoNode
    let secondary: DemoNode
    let claims = ClaimBook()
    let books = CallBooks()
    let wakeUp = GuestWakeUp()

    var nodes: [DemoNode] { [primary, secondary] }

    func node(_ mode: Mode) -> DemoNode { mode == .primary ? primary : secondary }

    /// Sweeps what a former demonstration left, builds the stage, and starts the nodes.
    static func prepare(folder: DemoFolder, program: String, paper: Paper) async throws -> Stage {
        if try await Leftovers(folder: folder).sweep() {
            paper.line("A former demonstration was left over; it is stopped.")
        }
        paper.progress("Two servers, a hotel with phones and a telephone network are put up")
        let watch = Stopwatch()
        let (network, reason) = try await DemoNetwork.build(for: folder, program: program)
        paper.endProgress()
        let stage = Stage(folder: folder, network: network, reduced: reason, watch: watch, program: program)
        if case .loopback = network {
            let secret = try await LabCommand.demand([program, "secret", "generate"])
                .trimmingCharacters(in: .whitespacesAndNewlines)
            try LoopbackFiles(folder: folder, secret: secret).write()
            for node in stage.nodes { try await node.startDaemon() }
        }
        return stage
    }

    private init(folder: DemoFolder, network: DemoNetwork, reduced: String?, watch: Stopwatch, program: String) {
        func node(_ mode: Mode) -> DemoNode {
            let host = network.lab?.host(mode)
            return DemoNode(
                mode: mode, place: host.map(NodePlace.init) ?? folder.place(mode), host: host, program: program)
        }
        self.folder = folder
        self.network = network
        self.reduced = reduced
        self.watch = watch
        primary = node(.primary)
        secondary = node(.secondary)
    }

    /// The way between the nodes is cut; the phones' ways are not.
    func cut() async throws { try await network.lab?.inflict(.peerLinkCut) }

    func heal() async throws { try await network.lab?.heal(.peerLinkCut) }

    /// Stops everything that was started and takes the network away.
    func strike(paper: Paper) async throws {
        paper.endProgress()
        paper.line("\nCleaning up.")
        await withTaskGroup(of: Void.self) { group in
            for node in nodes { group.addTask { await node.stop() } }
        }
        _ = try await Leftovers(folder: folder).sweep()
    }
}
