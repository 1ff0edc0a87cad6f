import Logging
import PairLogic
import Ports
import ReplicaLogic
import ServiceLifecycle
import Vocabulary

/// Keeps this node's feed: notices commits, tells how far it reaches and how far it is settled, keeps capture as the
/// catalogue says, and carries out what concerns restores.
package struct FeedService: Service {
    /// How often capture is checked against the catalogue and the tables.
    static let arrangeEvery = Duration.seconds(5)
    /// Every how many of these checks is a thorough one.
    static let thoroughEvery = 12
    /// How often old tombstones are collected.
    static let collectEvery = Duration.seconds(600)
    /// How often, and how long apart, a moment without writers is looked for at the start.
    static let skipLooks = 20
    static let skipLookEvery = Duration.milliseconds(50)
    /// How often the feed is looked at while it is unsettled.
    static let settleEvery = Duration.milliseconds(10)
    /// How often while it waits for open transactions.
    static let listEvery = Duration.milliseconds(60)

    let source: any FeedSourcePort
    let board: NodeBoard
    let clock: any ClockPort
    let identity: any IdentityPort
    let commits: @Sendable () async -> AsyncStream<Void>
    let settings: FeedServiceSettings
    let logger: Logger

    package init(
        source: any FeedSourcePort, board: NodeBoard, clock: any ClockPort, identity: any IdentityPort,
        commits: @escaping @Sendable () async -> AsyncStream<Void>, settings: FeedServiceSettings, logger: Logger
    ) {
        self.source = source
        self.board = board
        self.clock = clock
        self.identity = identity
        self.commits = commits
        self.settings = settings
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                let look = Bell()
                let (pauses, pause) = AsyncStream<Duration>.makeStream(bufferingPolicy: .bufferingNewest(1))
                group.addTask {
                    await keepHead(look, pauses: pause)
                    pause.finish()
                }
                group.addTask {
                    for await pause in pauses where (try? await clock.sleep(for: pause)) != nil { look.ring() }
                }
                group.addTask { await ring(look, every: settings.pollInterval) }
                group.addTask { for await _ in await commits() { look.ring() } }
                group.addTask { await keepCapture() }
                group.addTask { await watchCapture() }
                group.addTask { await collectTombstones() }
                await group.waitForAll()
            }
        }
    }

    /// Rings a bell at a steady pace until the task ends, then for the last time.
    private func ring(_ bell: Bell, every interval: Duration) async {
        while !Task.isCancelled {
            bell.ring()
            do { try await clock.sleep(for: interval) } catch { break }
        }
        bell.end()
    }

    private func collectTombstones() async {
        var watch = CollectionWatch()
        while (try? await clock.sleep(for: Self.collectEvery)) != nil {
            let below = collectable(&watch)
            guard below > .start else { continue }
            let moment = WallTime(microseconds: clock.wallTime().rawValue - settings.tombstoneAge.nanoseconds / 1_000)
            do {
                let collected = try await source.collectTombstones(below: below, before: moment)
                if collected > 0 { logger.info("tombstones collected", metadata: ["rows": "\(collected)"]) }
            } catch {
                logger.warning("tombstones could not be collected: \(error.words)")
            }
        }
    }

    /// Up to where both nodes are done with tombstones; the start where the two do not read each other's present feed.
    private func collectable(_ watch: inout CollectionWatch) -> FeedPosition {
        let content = board.now
        guard let facts = content.peer?.facts, let life = content.feed.life?.memory.incarnation,
            facts.remembered?.incarnation == life, facts.incarnation == content.peerMemory?.incarnation
        else { return .start }
        return watch.heard(
            acknowledged: facts.acknowledged, peer: FeedMemory(incarnation: facts.incarnation, head: facts.feedHead),
            read: content.acknowledged)
    }
}
