import Logging
import PairLogic
import Ports
import ServiceLifecycle
import Synchronization
import Vocabulary

/// Keeps what happens on this node and tells those who asked to be told, also while the database is away: that is when
/// somebody must hear of it.
///
/// What was kept and not told yet is told by the next run of the daemon. Nothing on this node waits for it.
package final class EventService: Service {
    /// How often is looked for what to keep and what to tell.
    static let lookEvery = Duration.seconds(1)
    /// Events that are kept in one go.
    static let batchMax = 500
    /// How often the oldest events are let go.
    static let trimEvery = Duration.seconds(3_600)

    private let store: any EventStorePort
    private let channels: [AlertChannel: any AlertPort]
    private let board: NodeBoard
    private let clock: any ClockPort
    private let settings: EventServiceSettings
    private let logger: Logger
    private let book: Mutex<EventBook>
    private let keepingWanted = Bell()
    private let trimAt = Mutex(Instant(nanoseconds: 0))

    package init(
        store: any EventStorePort, channels: [AlertChannel: any AlertPort], board: NodeBoard, clock: any ClockPort,
        settings: EventServiceSettings, logger: Logger
    ) {
        self.store = store
        self.channels = channels
        self.board = board
        self.clock = clock
        self.settings = settings
        self.logger = logger
        book = Mutex(EventBook(channels: channels.keys, policy: settings.policy))
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    await self.again { self.board.events.bell.ring() }
                    self.board.events.bell.end()
                }
                // Whoever tells does not wait for the database, which may answer a minute later.
                group.addTask {
                    for await _ in self.board.events.bell.rings {
                        self.pickUp()
                        self.keepingWanted.ring()
                    }
                    self.keepingWanted.end()
                }
                group.addTask { for await _ in self.keepingWanted.rings { await self.keepWhatHappened() } }
                for channel in self.channels.keys {
                    group.addTask { await self.again { await self.tell(on: channel) } }
                }
                await group.waitForAll()
            }
        }
    }

    /// Does something once a second, until the service is told to end.
    private func again(_ body: () async -> Void) async {
        repeat { await body() } while (try? await clock.sleep(for: Self.lookEvery)) != nil
    }

    /// The newest events of this run, the newest first.
    var recent: [EventLine] { book.withLock { $0.recent.reversed() } }

    // MARK: Keeping

    /// Takes what happened into the book, from which it is told.
    func pickUp() {
        let entries = board.events.take()
        let (now, wall) = (clock.now(), clock.wallTime())
        book.withLock { book in
            for entry in entries { book.happened(Event(entry, now: wall), at: now) }
        }
    }

    /// Keeps what is not kept yet.
    func keepWhatHappened() async {
        guard board.read({ $0.isPrepared && $0.isDatabaseUp }) else { return }
        do throws(EventStoreFailure) {
            try await takeOver()
            try await keep()
            try await note()
            try await trim()
            board.warn("events", nil)
        } catch {
            logger.debug("events wait to be kept", metadata: ["reason": "\(error.words)"])
            board.warn("events", "events wait to be kept: \(error.words)")
        }
    }

    private func takeOver() async throws(EventStoreFailure) {
        guard !book.withLock({ $0.isTakenOver }) else { return }
        let last = try await store.lastID()
        let due = try await store.due(limit: AlertMachine.waitingMax)
        let now = clock.now()
        book.withLock { $0.takeOver(due, lastID: last, at: now) }
    }

    private func keep() async throws(EventStoreFailure) {
        while true {
            let batch = book.withLock { Array($0.unkept.prefix(Self.batchMax)) }
            guard !batch.isEmpty else { return }
            try await store.keep(batch)
            book.withLock { $0.kept(batch) }
        }
    }

    private func note() async throws(EventStoreFailure) {
        for (channel, ids) in book.withLock({ $0.settled }) where !ids.isEmpty {
            try await store.settle(ids.sorted(), on: channel)
            book.withLock { $0.noted(ids, on: channel) }
        }
    }

    private func trim() async throws(EventStoreFailure) {
        let now = clock.now()
        guard now >= trimAt.withLock({ $0 }) else { return }
        let before = WallTime(microseconds: clock.wallTime().rawValue - settings.age.nanoseconds / 1_000)
        try await store.trim(before: before, countMax: settings.countMax)
        trimAt.withLock { $0 = now + Self.trimEvery }
    }

    // MARK: Telling

    /// Tells over a channel what is to be told now.
    func tell(on channel: AlertChannel) async {
        guard let port = channels[channel] else { return }
        while !Task.isCancelled {
            let now = clock.now()
            guard let notice = book.withLock({ $0.next(on: channel, at: now) }) else { return }
            do throws(AlertFailure) {
                try await port.tell(message(notice))
                book.withLock { $0.delivered(on: channel) }
                board.warn(channel.rawValue, nil)
            } catch {
                let now = clock.now()
                book.withLock { $0.failed(on: channel, at: now, chance: .random(in: 0...1)) }
                board.warn(channel.rawValue, "alerts are not taken by \(channel.rawValue): \(error.words)")
                logger.warning("an alert was not taken", metadata: ["by": "\(channel)", "reason": "\(error.words)"])
            }
        }
    }

    private func message(_ notice: AlertNotice) -> AlertMessage {
        AlertMessage(
            id: notice.id, property: settings.property, node: board.mode, host: settings.host, event: notice.event,
            count: notice.count, since: notice.since, leftOut: notice.leftOut,
            others: notice.others.map { AlertMessage.Other(id: $0.id, event: $0.event, count: $0.count) })
    }
}

extension Event {
    fileprivate init(_ entry: EventBox.Entry, now: WallTime) {
        self.init(
            at: entry.at ?? now, entry.severity, entry.kind, about: entry.subject, entry.words,
            evidence: entry.evidence, isOver: entry.isOver)
    }
}
