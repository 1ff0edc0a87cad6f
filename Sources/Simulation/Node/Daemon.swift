import HotelLogic
import PairLogic
import ReplicaLogic
import Vocabulary

/// What a running daemon holds in memory: all of it is gone when it dies.
final class Daemon {
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
    /// How often the database was reached.
    var timesReached = 0
    /// How far the feed reached when the database was reached.
    var headThen: FeedPosition = .start
    var feedHead: FeedPosition = .start
    var settled: FeedPosition = .start

    /// Who owns what, by the row of ownership.
    var reigns: [ReignDesk]
    /// When the newest heartbeat that counted was sent, by true time.
    var heardSentAt: Instant?
    /// When it came.
    var heardAt: Instant?
    /// When the peer last told how it stands towards ringing.
    var peerStandAt: Instant?
    /// nil until the ledger of wake-ups was read.
    var ringing: RingingDesk?
    var isKeeping = false
    var isDeskBusy = false
    /// A heartbeat with a new stand is about to go out.
    var isStandMoved = false
    /// What the duties below follow from.
    var dutiesView: PairView?
    /// Since when this node has performed an exclusive duty.
    var duties: [HotelService: Instant] = [:]

    var memory: FeedMemory?
    /// How far the peer's feed was durably read: in all items, and in those that guests are kept in.
    var acknowledged: FeedPosition = .start
    var guestsAcknowledged: FeedPosition = .start
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

    init(run: Int, boot: BootID, mode: Mode, goesHomeAlone: Bool, at now: Instant) {
        self.run = run
        self.boot = boot
        machine = PeerMachine(
            ownMode: mode, ownBoot: boot, standing: .active, timings: Self.timings, startedAt: now)
        schedule = HeartbeatSchedule(timings: Self.timings)
        reigns = [Scope.configuration, .guest].map {
            ReignDesk($0, of: mode, goesHomeAlone: goesHomeAlone, at: now)
        }
        collectAt = now + .seconds(5)
    }

    /// The product's, but for a wait that a life of less than a minute would hardly see the end of.
    private static let timings: PeerTimings = {
        var timings = PeerTimings()
        timings.bootWait = .seconds(5)
        return timings
    }()

    func reign(_ scope: Scope) -> ReignMachine { reigns[Catalogue.role(of: scope)].machine }
}
