import Logging
import Ports
import ReplicaLogic
import ServiceLifecycle
import Vocabulary

/// Keeps the chosen families of Asterisk's database and their tables the same, so that the copy carries them.
///
/// Asterisk tells nobody of a change in its database, so it is looked at: a small family every second, a large one less
/// often. What comes from the peer is written within a second of its arrival.
package struct FamilyService: Service {
    static let lookEvery = Duration.seconds(1)

    let asterisk: any AsteriskPort
    let store: any FamilyStorePort
    let board: NodeBoard
    let clock: any ClockPort
    let logger: Logger

    package init(
        asterisk: any AsteriskPort, store: any FamilyStorePort, board: NodeBoard, clock: any ClockPort, logger: Logger
    ) {
        self.asterisk = asterisk
        self.store = store
        self.board = board
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            var desk = FamilyDesk(service: self)
            repeat {
                if board.read(\.isPrepared) { await desk.look() }
            } while (try? await clock.sleep(for: Self.lookEvery)) != nil
        }
    }
}
