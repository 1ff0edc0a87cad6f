import AsteriskText
import HotelLogic
import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Vocabulary

/// Keeps this node's Asterisk as the telephony configuration says: renders, writes, has it read, and makes sure that it
/// did.
///
/// Calls never wait for it: Asterisk alone, with the files last written, goes on without this.
package struct TelephonyService: Service {
    /// How often the configuration is looked at for changes, and Asterisk told that the daemon is alive.
    static let lookEvery = Duration.milliseconds(500)

    let asterisk: any AsteriskPort
    let files: any AsteriskFilesPort
    let calls: any CallFilesPort
    let store: any TelephonyStorePort
    let board: NodeBoard
    let clock: any ClockPort
    let node: PlanningNode
    let finish: @Sendable (RenderedFiles) -> RenderedFiles
    let logger: Logger
    private let wanted: Bell

    /// - Parameters:
    ///   - wanted: rung after each edit.
    ///   - finish: adds what is no part of the plan, such as the manager's account.
    package init(
        asterisk: any AsteriskPort, files: any AsteriskFilesPort, calls: any CallFilesPort,
        store: any TelephonyStorePort, board: NodeBoard, clock: any ClockPort, node: PlanningNode, wanted: Bell,
        finish: @escaping @Sendable (RenderedFiles) -> RenderedFiles, logger: Logger
    ) {
        self.asterisk = asterisk
        self.files = files
        self.calls = calls
        self.store = store
        self.board = board
        self.clock = clock
        self.node = node
        self.wanted = wanted
        self.finish = finish
        self.logger = logger
    }

    /// What a configuration comes to on this node.
    func rendering(_ configuration: TelephonyConfiguration) -> TelephonyRendering {
        TelephonyRendering(configuration, node: node, finish: finish)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await event in asterisk.events() {
                        if case .situation = event { wanted.ring() }
                    }
                }
                group.addTask {
                    repeat { wanted.ring() } while (try? await clock.sleep(for: Self.lookEvery)) != nil
                    wanted.end()
                }
                group.addTask {
                    var preparation = AsteriskPreparation(service: self)
                    var desk = TelephonyDesk(service: self)
                    for await _ in wanted.rings {
                        await preparation.look()
                        if board.read(\.isPrepared) { await desk.look() }
                    }
                }
                await group.waitForAll()
            }
        }
    }
}
