import HostSystem
import Logging
import MariaStore
import NodeServices
import PairLogic
import Ports
import ReplicaLogic
import ServiceLifecycle
import Vocabulary
import Wire

/// The product's own copy service on the receiver, told by hand what heartbeats would tell it.
struct ReceiverCopy {
    /// How often the board is looked at.
    private static let look = Duration.milliseconds(2)

    /// Control has nothing to say in a measurement.
    private struct SilentControl: ControlPort {
        func request(_ request: ControlRequest, timeout: Duration) async throws(ControlFailure) -> ControlReply {
            throw .portClosed
        }
    }

    let pair: CopiedPair
    let item: ItemName

    /// Starts the copy, waits until the item stands at `settled`, and gives the seconds it took.
    ///
    /// - Parameter progress: hears of the rows applied so far, about twice a second.
    func catchUp(to settled: FeedPosition, progress: @Sendable (UInt64, Double) -> Void) async throws -> Double {
        let board = board(settled: settled)
        let clock = SystemClock()
        let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let feed = pair.feed()
        let store = pair.store()
        let service = CopyService(
            peer: feed, store: store, source: pair.receiverSource, control: SilentControl(), space: FreeSpace(),
            board: board, clock: clock,
            arrivals: ArrivalService(commands: CommandRunner(), board: board, clock: clock, logger: logger),
            settings: CopyServiceSettings(), logger: logger)
        let took = try await withThrowingTaskGroup(of: Void.self) { group in
            let began = clock.now()
            group.addTask { try await service.run() }
            var told = began
            while true {
                let standing = board.read { $0.standings[item] }
                if let standing, standing.state == .current, standing.cursor >= settled { break }
                if case .quarantined(let quarantine)? = standing?.state { throw BenchFailure("\(quarantine)") }
                if let warning = board.read({ $0.warnings["copy"] }) { throw BenchFailure(warning) }
                if clock.now() - told > .milliseconds(500) {
                    told = clock.now()
                    progress(standing?.rowsApplied ?? 0, (told - began).seconds)
                }
                try await clock.sleep(for: Self.look)
            }
            let took = (clock.now() - began).seconds
            group.cancelAll()
            try await group.waitForAll()
            return took
        }
        await feed.close()
        await store.close()
        return took
    }

    /// A board that believes its peer to be well, with a feed settled at `settled`.
    private func board(settled: FeedPosition) -> NodeBoard {
        let clock = SystemClock()
        var peer = PeerMachine(
            ownMode: .secondary, ownBoot: BootID(rawValue: 1), standing: .active, startedAt: clock.now())
        let facts = HeartbeatFacts(
            sender: .primary, boot: BootID(rawValue: 2), sequence: 1, sentAt: clock.wallTime(), nodeIdentity: 1,
            incarnation: Incarnation(rawValue: 11), feedHead: settled, settledHead: settled, acknowledged: .start,
            configuration: .first(of: .configuration), guest: .first(of: .guest), echo: nil, remembered: nil,
            health: .init(databaseUp: true, asteriskConfigured: false, asteriskUp: false), softwareVersion: "bench")
        _ = peer.heard(facts, at: clock.now(), wall: clock.wallTime())
        let board = NodeBoard(mode: .secondary)
        board.change {
            $0.peer = peer
            $0.isDatabaseUp = true
            $0.isPrepared = true
        }
        return board
    }
}
