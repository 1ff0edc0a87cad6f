import HotelLogic
import Logging
import Ports
import ServiceLifecycle
import Synchronization
import Vocabulary

/// Keeps the voicemail of rooms and their message lamps on this node as stays and the desk want them: boxes are emptied
/// and moved once for each line of the ledger, lamps are brought to what the tables say, and phones are told.
///
/// Both nodes do it, each with its own files: a phone may be registered with either, and messages may have been taken
/// on either.
package final class VoicemailService: Service {
    /// How often is looked whether anything moved.
    static let lookEvery = Duration.milliseconds(250)

    let asterisk: any AsteriskPort
    let voicemail: any VoicemailPort
    let store: any BoxStorePort
    let board: NodeBoard
    let clock: any ClockPort
    let logger: Logger
    private let wanted = Mutex<Set<ExtensionNumber>>([])

    package init(
        asterisk: any AsteriskPort, voicemail: any VoicemailPort, store: any BoxStorePort, board: NodeBoard,
        clock: any ClockPort, logger: Logger
    ) {
        self.asterisk = asterisk
        self.voicemail = voicemail
        self.store = store
        self.board = board
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        await AsteriskRounds(asterisk: asterisk, board: board, clock: clock, every: Self.lookEvery)
            .run(VoicemailDesk(service: self)) { desk, _ in await desk.look() }
    }

    /// Something was kept: phones are told of a lamp also where it was so already, since somebody saw that it was not.
    package func kept(_ outcome: GuestOutcome) {
        for effect in outcome.decision.stay.effects {
            guard case .lamp(let room, _) = effect, let lamp = outcome.reading.house.rooms[room]?.numbers.first else {
                continue
            }
            wanted.withLock { _ = $0.insert(lamp) }
        }
    }

    /// Lamps of which phones are to be told whether they changed or not.
    func takeWanted() -> Set<ExtensionNumber> {
        wanted.withLock { lamps in
            defer { lamps = [] }
            return lamps
        }
    }
}
