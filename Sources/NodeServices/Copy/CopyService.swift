import Logging
import PairLogic
import Ports
import ReplicaLogic
import ServiceLifecycle
import Vocabulary

/// Copies the peer's changes into this node's database.
///
/// One pass: look what is new in one snapshot of the peer, and apply batch after batch, item by item in turn, until
/// nothing is left. Passes begin when a heartbeat tells of a moved feed, and slowly by themselves.
package struct CopyService: Service {
    let peer: any PeerFeedPort
    let store: any ReplicaStorePort
    let source: any FeedSourcePort
    let control: any ControlPort
    let space: any FreeSpacePort
    let board: NodeBoard
    let clock: any ClockPort
    let arrivals: ArrivalService
    let settings: CopyServiceSettings
    let logger: Logger

    package init(
        peer: any PeerFeedPort, store: any ReplicaStorePort, source: any FeedSourcePort, control: any ControlPort,
        space: any FreeSpacePort, board: NodeBoard, clock: any ClockPort, arrivals: ArrivalService,
        settings: CopyServiceSettings, logger: Logger
    ) {
        self.peer = peer
        self.store = store
        self.source = source
        self.control = control
        self.space = space
        self.board = board
        self.clock = clock
        self.arrivals = arrivals
        self.settings = settings
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    while !Task.isCancelled {
                        board.copyWanted.ring()
                        do { try await clock.sleep(for: settings.pollInterval) } catch { break }
                    }
                    board.copyWanted.end()
                }
                group.addTask {
                    // What could not be settled or stored yet is so soon, whether or not anything else moves.
                    while (try? await clock.sleep(for: settings.sweepInterval)) != nil {
                        if board.read(\.owesCursors) { board.copyWanted.ring() }
                    }
                }
                group.addTask {
                    var desk = CopyDesk(service: self)
                    for await _ in board.copyWanted.rings { await desk.pass() }
                }
                await group.waitForAll()
            }
        }
    }
}
