import Ports
import ReplicaLogic
import Vocabulary
import Wire

/// Where this node's own feed stands, as the heartbeat tells the peer.
package struct FeedStanding: Sendable, Hashable {
    /// nil until the database was reached.
    package var life: FeedLife?
    /// The life that was last read, also while the database is away.
    package private(set) var known: Incarnation?
    /// The highest position of this node's own writes that is known.
    package var head: FeedPosition = .start
    package var settled: FeedPosition = .start
    /// The highest position of an entry that was seen; the head may stand above it, at a number drawn for nobody.
    package private(set) var entry: FeedPosition = .start
    /// The tables whose newest entries were seen last, with the position of each.
    private var moved: [UInt32: FeedPosition] = [:]
    /// How often the database was reached: whoever holds what was read before reads it anew.
    package private(set) var timesReached = 0

    /// When it was reached last: what was known of its rows before may be gone.
    package private(set) var reachedAt: Instant?

    /// Which course of events the database is in, as far as was noticed: whatever was written in another one need not
    /// stand there any more, though the feed's life be the same.
    package var course: Course { Course(life: known, timesReached: timesReached) }

    /// Whether numbers are still to be skipped, for want of a moment without writers since the database was reached.
    package var owesSkip = false

    package init() {}

    /// One run of the database, in one life of the feed.
    package struct Course: Sendable, Hashable {
        fileprivate let life: Incarnation?
        fileprivate let timesReached: Int
    }

    /// The database was reached, and its feed is as `life` tells. What was known before counts no more: the database
    /// may have been put back to an older image meanwhile, and a head that outlived it would hide that from the peer.
    ///
    /// - Returns: what this very daemon knew of the feed and is not there any more; nil where nothing is missing.
    package mutating func reached(_ life: FeedLife, at now: Instant) -> FeedMemory? {
        timesReached += 1
        reachedAt = now
        let former = known.map { FeedMemory(incarnation: $0, head: entry) }
        began(life)
        (head, settled) = (life.memory.head, .start)
        guard let former, case .restored = life.check(against: former, head: life.memory.head) else { return nil }
        return former
    }

    /// The feed began a new life in the same database.
    package mutating func began(_ life: FeedLife) {
        self.life = life
        known = life.memory.incarnation
        entry = life.memory.head
        moved = [:]
    }

    /// Entries of this node's own were seen.
    package mutating func saw(_ news: FeedNews) {
        entry = max(entry, news.head ?? .start)
        moved.merge(news.heads) { max($0, $1) }
        let latest = moved.sorted { $0.value > $1.value }.prefix(HeartbeatMessage.movedTablesMax)
        moved = Dictionary(latest.map { ($0.key, $0.value) }) { $1 }
    }

    /// The tables in which entries above `position` were seen; no more of them than a heartbeat can name.
    package func tables(movedAbove position: FeedPosition) -> [UInt32] {
        moved.filter { $0.value > position }.keys.sorted()
    }
}
