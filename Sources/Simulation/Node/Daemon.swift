import PairLogic
import ReplicaLogic
import Vocabulary

/// What a running daemon holds in memory: all of it is gone when it dies.
struct Daemon {
    let run: Int
    let boot: BootID
    var machine: PeerMachine
    var schedule: HeartbeatSchedule
    var sequence: UInt64 = 0
    /// The newest heartbeat of the peer, to be echoed.
    var newest: (boot: BootID, sequence: UInt64, at: Instant)?
    /// The newest sequence of each proven run of the peer.
    var proven: [BootID: UInt64] = [:]

    /// nil until the database was reached.
    var settling: SettledHeadMachine?
    var isLooking = false
    var isOpeningCanary = false
    /// How far the feed reached when the database was reached.
    var headThen: FeedPosition = .start
    var feedHead: FeedPosition = .start
    var settled: FeedPosition = .start

    /// The owners as last read from the database.
    var scopes: [Ownership] = []
    var adoptions: [Ownership] = []
    var isAdopting = false
    /// Until when an adoption waits for open writers.
    var adoptionEnds: Instant?

    var memory: FeedMemory?
    var acknowledged: FeedPosition = .start
    var items: [ItemDesk] = []
    var peerLife: Incarnation?
    var pass: CopyPass?
    var isCopyWanted = false
    var toldHead: FeedPosition = .start
    var refreshAt = Instant(nanoseconds: 0)
    var sweepAt = Instant(nanoseconds: 0)
    var saveAt = Instant(nanoseconds: 0)
    var collectAt: Instant
    var collection = CollectionWatch()

    init(run: Int, boot: BootID, mode: Mode, at now: Instant) {
        self.run = run
        self.boot = boot
        machine = PeerMachine(ownMode: mode, ownBoot: boot, standing: .active, startedAt: now)
        schedule = HeartbeatSchedule(timings: PeerTimings())
        collectAt = now + .seconds(5)
    }
}
