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

    /// How many programs write at a time.
    static let writersCount = 3
    /// How many images of the disk are kept.
    static let archivesMax = 6

    let mode: Mode
    var store: StoreTwin
    var isHostUp = true
    var isDatabaseUp = true
    /// Counts the starts of the database: what an earlier run planned does not happen.
    var databaseRun = 1
    var daemon: Daemon?
    var daemonRuns = 0
    var writers = [Writer](repeating: Writer(), count: writersCount)
    var archives: [StoreImage] = []
    /// The wall clock minus true time, in microseconds.
    var clockError: Int64 = 0

    init(mode: Mode, incarnation: Incarnation) {
        self.mode = mode
        store = StoreTwin(image: StoreImage(incarnation: incarnation))
    }

    /// What this node's wall clock shows.
    func wall(at now: Instant) -> WallTime {
        let start: Int64 = 1_790_000_000_000_000
        return WallTime(microseconds: start + Int64(now.nanoseconds / 1_000) + clockError)
    }
}
