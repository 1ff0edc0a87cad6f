import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Vocabulary

/// Brings this node's database up and prepares it; until then the node says that it is starting, and after a while, or
/// where the database cannot be used, that its database is down.
package struct DatabaseService: Service {
    /// How long between two attempts.
    static let retryAfter = Duration.seconds(1)
    /// How long a database that does not answer yet is no fault: a private server repairs itself when it starts.
    static let startLimit = Duration.seconds(30)

    /// Runs the private server for as long as the node runs; nil for a named server, which others keep.
    let keep: (@Sendable () async throws -> Void)?
    let prepare: @Sendable () async throws(FeedFailure) -> Void
    let board: NodeBoard
    let clock: any ClockPort
    let logger: Logger

    package init(
        keep: (@Sendable () async throws -> Void)?, prepare: @escaping @Sendable () async throws(FeedFailure) -> Void,
        board: NodeBoard, clock: any ClockPort, logger: Logger
    ) {
        self.keep = keep
        self.prepare = prepare
        self.board = board
        self.clock = clock
        self.logger = logger
    }

    package func run() async throws {
        try await cancelWhenGracefulShutdown {
            try await withThrowingTaskGroup(of: Void.self) { group in
                if let keep { group.addTask { try await keep() } }
                group.addTask { await prepareUntilDone() }
                try await group.waitForAll()
                if keep == nil { try? await clock.sleep(for: .seconds(1 << 30)) }
            }
        }
    }

    private func prepareUntilDone() async {
        var said = ""
        let patience = clock.now() + Self.startLimit
        while !Task.isCancelled {
            do {
                try await prepare()
                board.change { $0.isPrepared = true }
                board.sourceWanted.ring()
                logger.info("the database is prepared")
                return
            } catch {
                let isFault = isFault(error, patientUntil: patience)
                board.change { content in
                    if isFault { content.isDatabaseStarting = false }
                    if !content.isDatabaseStarting { content.database = error.words }
                }
                if case .refused = error, said != error.words {
                    logger.error("the database cannot be used: \(error.words)")
                    board.record(
                        .database, "the database cannot be used", [error.words], at: clock.wallTime(),
                        as: EventSort(.database, .alert))
                    said = error.words
                }
            }
            try? await clock.sleep(for: Self.retryAfter)
        }
    }

    /// Whether a failure is more than a server that needs its time to start.
    private func isFault(_ failure: FeedFailure, patientUntil patience: Instant) -> Bool {
        switch failure {
        case .unreachable(.silent, _), .unreachable(.portClosed, _), .retry: clock.now() >= patience
        case .unreachable, .refused, .viewInvalid: true
        }
    }
}
