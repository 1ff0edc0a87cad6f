import Ports
import ReplicaLogic
import TestSupport
import Vocabulary

@testable import NodeServices

/// The console of the Secondary of a copying pair.
struct ConsoleScene {
    var copy: CopyScene
    let console: NodeConsole
    let control: MemoryControlPort
    let families = MemoryFamilyStore()
    /// What the peer's services know.
    let peerBoard: NodeBoard

    /// - Parameter peer: who answers over the control path; the peer's daemon where nobody is named.
    init(answering peer: (any ControlAnswering)? = nil) async throws {
        copy = try await CopyScene()
        let primaryBoard = NodeBoard(mode: .primary)
        peerBoard = primaryBoard
        let there = copy.there
        primaryBoard.change { content in
            content.scopes = there.now.scopes
            content.items = there.now.items
        }
        control = MemoryControlPort(
            answering: peer
                ?? ControlDesk(
                    board: primaryBoard, source: MemoryFeedSource(there), clock: copy.clock, boot: BootID(rawValue: 8),
                    softwareVersion: "1.0", timeZone: "UTC", logger: RunningService.quietLogger), clock: copy.clock)
        console = NodeConsole(
            facts: .init(
                softwareVersion: "1.0", boot: BootID(rawValue: 9), startedAt: copy.clock.wallTime(),
                peerAddress: "192.168.101.2", compareRows: 10),
            board: copy.board, source: MemoryFeedSource(copy.here), store: MemoryReplicaStore(copy.here),
            peer: MemoryPeerFeed(there), control: control, families: families, clock: copy.clock)
    }

    /// Makes the Secondary the owner of the configuration, on both nodes.
    mutating func turnOver() async {
        let owner = ScopeReport(scope: .configuration, owner: .secondary, epoch: Epoch(rawValue: 3))
        for database in [copy.here, copy.there] { database.change { $0.scopes[0] = owner } }
        await copy.hear()
    }
}
