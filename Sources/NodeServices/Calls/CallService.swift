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
        await AsteriskRounds(asterisk: asterisk, board: board, clock: clock, every: Self.lookEvery)
            .run(CallDesk(service: self)) { desk, asteriskIsNew in await desk.look(asteriskIsNew: asteriskIsNew) }
    }
}
