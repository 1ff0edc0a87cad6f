import HotelLogic
import ReplicaLogic
import Vocabulary

/// One server of the pair: its disk and database, the programs that write there, and our daemon while it runs.
final class SimulatedNode {
    /// A program's connection that writes.
    struct Writer {
        var statementsLeft = 0
        var isOpen = false
        var rollsBack = false
        /// How long it rests between statements, in milliseconds.
        var rest: ClosedRange<Int> = 1...20
        /// The row it waits for, and since when.
        var wanted: RowKey?
        var waitingSince: Instant?
    }

    /// A state of the lines on a disk.
    struct BookMark: Hashable {
        let changes: Int
        let restores: Int
    }

    /// How many programs write at a time.
    static let writersCount = 3
    /// How many images of the disk are kept.
    static let archivesMax = 6

    let mode: Mode
    var store: StoreTwin
    var isHostUp = true
    /// Its disk was put back, and nobody has noticed yet.
    var isPutBack = false
    var isDatabaseUp = true
    /// Counts the starts of the database: what an earlier run planned does not happen.
    var databaseRun = 1
    var daemon: Daemon?
    var daemonRuns = 0
    var writers = [Writer](repeating: Writer(), count: writersCount)
    var archives: [StoreImage] = []
    var asterisk = SimulatedAsterisk()
    /// Until then the daemon stands still.
    var frozenUntil = Instant(nanoseconds: 0)
    /// Until then the database keeps no lines of wake-ups.
    var stalledUntil = Instant(nanoseconds: 0)
    /// Lines of wake-ups that were ever on this node's disk, whatever became of that.
    var everHeld = NumberSet()
    /// Since when it could ring, and keep what it does, without a break.
    var ableSince: Instant?
    /// Since when its daemon could keep what it knows, without a break.
    var keepingSince: Instant?
    /// When its clock was last set.
    var clockSetAt = Instant(nanoseconds: 0)
    /// What the lines on the disk come to, as it was last worked out.
    var bookKept: (mark: BookMark, book: WakeUpBook)?
    /// The wall clock minus true time, in microseconds.
    var clockError: Int64 = 0

    init(mode: Mode, incarnation: Incarnation) {
        self.mode = mode
        store = StoreTwin(image: StoreImage(incarnation: incarnation))
    }

    /// What this node's wall clock shows.
    func wall(at now: Instant) -> WallTime {
        WallTime(
            microseconds: SimulatedHotel.begin.rawValue + Int64(now.nanoseconds / 1_000) + clockError)
    }
}
