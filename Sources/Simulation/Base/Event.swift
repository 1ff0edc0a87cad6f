import PairLogic
import Vocabulary

/// Something planned in the simulated world.
///
/// A `run` names the life of the daemon or the database that planned it; what a dead one planned does not happen.
enum Event {
    /// The daemon tells its pair's logic the time, and sends heartbeats that are due.
    case tick(Mode, run: Int)
    /// A heartbeat arrives.
    indirect case datagram(to: Mode, HeartbeatFacts)
    /// A program writes its next statement, or ends its transaction.
    case write(Mode, slot: Int, run: Int)
    /// The daemon looks at the head of its feed.
    case look(Mode, run: Int)
    /// The canary's transaction begins.
    case canary(Mode, drawn: FeedPosition, run: Int)
    /// The slow bell: look at the own feed and at the peer's.
    case poll(Mode, run: Int)
    /// The next step of a pass of the copy.
    case copy(Mode, pass: Int)
    /// An ownership waits for open writers.
    case adopt(Mode, run: Int)
    /// The next fault strikes.
    case fault
    /// A fault ends.
    case mend(Mend)
    /// A disk image is put aside.
    case archive
    /// Nothing may be lost at this moment.
    case audit

    /// What a fault leaves to be put right.
    enum Mend {
        case host(Mode)
        case daemon(Mode)
        case database(Mode)
        case link(from: Mode, stamp: Int)
        case weather(stamp: Int)
    }
}
