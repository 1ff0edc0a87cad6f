import Logging
import Ports
import ServiceLifecycle
import Vocabulary

/// Tells this node's Asterisk what changes in the house from minute to minute, without a reload: names, classes,
/// do-not-disturb, open boxes, forwarding, and who owns the guests.
///
/// It pushes differences, and compares the whole after every start of Asterisk, which may have forgotten the newest.
package struct HouseStateService: Service {
    /// How often is looked whether anything moved.
    static let lookEvery = Duration.milliseconds(250)

    let asterisk: any AsteriskPort
    let store: any HouseStatePort
    let board: NodeBoard
    let clock: any ClockPort
    let logger: Logger

    package init(
        asterisk: any AsteriskPort, store: any HouseStatePort, board: NodeBoard, clock: any ClockPort, logger: Logger
    ) {
        self.asterisk = asterisk
        self.store = store
        self.board = board
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                let bell = Bell()
                let wasAway = Latch()
                group.addTask {
                    for await event in asterisk.events() {
                        guard case .situation(let situation) = event else { continue }
                        if situation != .running { wasAway.set() }
                        bell.ring()
                    }
                }
                group.addTask {
                    repeat { bell.ring() } while (try? await clock.sleep(for: Self.lookEvery)) != nil
                    bell.end()
                }
                group.addTask {
                    var desk = HouseStateDesk(service: self)
                    for await _ in bell.rings where board.read(\.isPrepared) {
                        await desk.look(asteriskIsNew: wasAway.take())
                    }
                }
                await group.waitForAll()
            }
        }
    }
}
