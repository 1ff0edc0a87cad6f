import HotelLogic
import Logging
import Ports
import Vocabulary

/// Reads the wake-up ledger: all of it once, then what was written since, by whichever node.
struct WakeUpReader {
    /// The item by which the lines of both nodes come together.
    static let item = ItemName(literal: "wake-up-ledger")
    /// A wake-up of so many days ago that has not ended is of no use to anybody; whoever should know of it was told.
    static let daysBack = 14
    /// How often all of it is read again, against whatever was written past the order of lines.
    static let wholeEvery = Duration.seconds(600)
    /// How often is asked though nothing tells of news.
    static let askEvery = Duration.seconds(2)

    /// How soon a database is asked again that failed, at first and after many times.
    static let retryEvery = Duration.milliseconds(250)
    static let retryEveryMax = Duration.seconds(4)

    /// What a look gave.
    enum Look {
        case everything([WakeUpLine])
        case news([WakeUpEvent])
        case nothing
    }

    /// Whatever moves when lines come, from here or from the peer.
    private struct Moved: Equatable {
        let head: FeedPosition
        let applied: UInt64
        let timesReached: Int
    }

    let ledger: any WakeUpLedgerPort
    let board: NodeBoard
    let zone: ZoneRules
    let clock: any ClockPort
    let logger: Logger
    /// How far was read; nil where all of it is to be read next.
    private(set) var mark: WakeUpMark?
    private var moved: Moved?
    private var readAt = Instant(nanoseconds: 0)
    private var wholeAt = Instant(nanoseconds: 0)
    /// A database that fails is asked again after a while that grows.
    private var retryAt = Instant(nanoseconds: 0)
    private var failures = 0

    init(ledger: any WakeUpLedgerPort, board: NodeBoard, zone: ZoneRules, clock: any ClockPort, logger: Logger) {
        self.ledger = ledger
        self.board = board
        self.zone = zone
        self.clock = clock
        self.logger = logger
    }

    /// Looks for lines that are not known yet.
    mutating func look() async -> Look {
        let now = clock.now()
        let (isReady, moved) = board.read { content in
            let applied = content.standings[Self.item]?.rowsApplied ?? 0
            return (
                content.isPrepared && content.isDatabaseUp,
                Moved(head: content.feed.head, applied: applied, timesReached: content.feed.timesReached)
            )
        }
        guard isReady, now >= retryAt else { return .nothing }
        if moved.timesReached != self.moved?.timesReached || now - wholeAt >= Self.wholeEvery { mark = nil }
        guard mark == nil || moved != self.moved || now - readAt >= Self.askEvery else { return .news([]) }
        do throws(WakeUpLedgerFailure) {
            let look = try await read(now)
            (self.moved, readAt, failures) = (moved, now, 0)
            return look
        } catch {
            retryAt = now + min(Self.retryEvery * (1 << min(failures, 8)), Self.retryEveryMax)
            failures += 1
            logger.debug("the wake-ups were not read: \(error.words)")
            return .nothing
        }
    }

    private mutating func read(_ now: Instant) async throws(WakeUpLedgerFailure) -> Look {
        if let mark, let reading = try await ledger.lines(after: mark) {
            self.mark = reading.mark
            warn(reading)
            return .news(reading.lines.map(\.event))
        }
        let today = zone.localTime(at: clock.wallTime()).date
        let reading = try await ledger.lines(since: today.adding(days: -Self.daysBack))
        (mark, wholeAt) = (reading.mark, now)
        board.warn("wake-ups-unreadable", nil)
        warn(reading)
        return .everything(reading.lines)
    }

    private func warn(_ reading: WakeUpReading) {
        guard let first = reading.unreadable.first else { return }
        board.warn(
            "wake-ups-unreadable",
            "\(reading.unreadable.count) lines of the wake-up ledger cannot be read, such as \(first)")
    }
}
