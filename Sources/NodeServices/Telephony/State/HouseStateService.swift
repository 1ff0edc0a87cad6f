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
        await AsteriskRounds(asterisk: asterisk, board: board, clock: clock, every: Self.lookEvery)
            .run(HouseStateDesk(service: self)) { desk, asteriskIsNew in await desk.look(asteriskIsNew: asteriskIsNew) }
    }
}
