import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Vocabulary

/// Lets go what the ledgers of stays and wake-ups hold of long ago: soon after the start, and then once an hour.
package struct HistoryService: Service {
    /// How often is looked.
    static let lookEvery = Duration.seconds(3_600)
    /// How soon, while the database is not there or lines are left.
    static let lookAgain = Duration.seconds(10)
    /// Lines of one transaction: nobody who writes waits long behind it.
    static let linesMax = 500

    private let store: any GuestStorePort
    private let board: NodeBoard
    private let clock: any ClockPort
    private let age: Duration
    private let logger: Logger

    /// - Parameter age: how long lines are kept.
    package init(store: any GuestStorePort, board: NodeBoard, clock: any ClockPort, age: Duration, logger: Logger) {
        self.store = store
        self.board = board
        self.clock = clock
        self.age = age
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await clock.sleep(for: await look() ? Self.lookEvery : Self.lookAgain)) != nil {}
        }
    }

    /// Whether nothing is left to let go.
    func look() async -> Bool {
        guard board.read({ $0.hasWholeMemory }) else { return false }
        let before = WallTime(microseconds: clock.wallTime().rawValue - age.nanoseconds / 1_000)
        do throws(GuestFailure) {
            return try await store.trimLedgers(before: before, linesMax: Self.linesMax) < Self.linesMax
        } catch {
            logger.debug("old lines of the ledgers are still there", metadata: ["reason": "\(error)"])
            return false
        }
    }
}
