import Logging
import Ports
import ServiceLifecycle
import Vocabulary

/// Makes call records of what Asterisk writes into its files.
///
/// Asterisk writes whether or not the daemon lives; the daemon keeps what it made of the lines together with how far it
/// read them. So none is lost and none doubled, whenever the daemon, the database or the server dies.
package struct CallService: Service {
    /// How often the files are looked at.
    static let lookEvery = Duration.milliseconds(500)

    let asterisk: any AsteriskPort
    let files: any CallFilesPort
    let store: any CallStorePort
    let board: NodeBoard
    let clock: any ClockPort
    let hasPeer: Bool
    let logger: Logger

    package init(
        asterisk: any AsteriskPort, files: any CallFilesPort, store: any CallStorePort, board: NodeBoard,
        clock: any ClockPort, hasPeer: Bool, logger: Logger
    ) {
        self.asterisk = asterisk
        self.files = files
        self.store = store
        self.board = board
        self.clock = clock
        self.hasPeer = hasPeer
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
                    var desk = CallDesk(service: self)
                    for await _ in bell.rings where board.read(\.isPrepared) {
                        await desk.look(asteriskIsNew: wasAway.take())
                    }
                }
                await group.waitForAll()
            }
        }
    }
}
