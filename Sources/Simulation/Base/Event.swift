import HotelLogic
import PairLogic
import Vocabulary

/// Something planned in the simulated world.
///
/// A `run` names the life of the daemon or the database that planned it; what a dead one planned does not happen.
enum Event {
    /// The daemon tells its pair's logic the time, and sends heartbeats that are due.
    case tick(Mode, run: Int)
    /// A heartbeat arrives.
    indirect case datagram(to: Mode, SimulatedHeartbeat)
    /// Something arrives over the control connection to that run of a daemon.
    indirect case control(to: Mode, run: Int, ControlMessage)
    /// A question was not answered for too long.
    indirect case silence(Mode, HandoverQuestion, run: Int)
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
    /// The next step of what the store does for a scope's ownership.
    case reign(Mode, Scope, work: Int, run: Int)
    /// An operator does something about ownership.
    case order
    /// Something happens just when it should not.
    case provocation(Mode, Scope)
    /// Time is told to the machine that rings.
    case ringing(Mode, run: Int)
    /// The ledger of wake-ups is looked at.
    case reading(Mode, run: Int)
    /// Lines of wake-ups are on their way to the disk.
    case keeping(Mode, run: Int)
    /// The stand towards ringing has changed, and a heartbeat tells so.
    case standMoved(Mode, run: Int)
    /// Something happens at a phone.
    case phone(Mode, leg: Int, run: Int, PhoneEvent)
    /// Phones look for their servers.
    case register
    /// Somebody asks for something at the desk, and what that came to is kept.
    case request
    indirect case deskCommit(Mode, run: Int, database: Int, [WakeUpEvent])
    /// Something goes wrong in the house.
    case mishap
    /// A connection that held a barrier up is ended.
    case barrierFalls(Mode)
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
        case asterisk(Mode)
        case phones(RoomNumber)
    }

    /// The node whose daemon it happens to; nil where it happens whatever the daemons do.
    var daemon: Mode? {
        switch self {
        case .tick(let mode, _), .datagram(let mode, _), .control(let mode, _, _), .silence(let mode, _, _),
            .look(let mode, _), .canary(let mode, _, _), .poll(let mode, _), .copy(let mode, _),
            .reign(let mode, _, _, _), .ringing(let mode, _), .reading(let mode, _), .keeping(let mode, _),
            .standMoved(let mode, _), .deskCommit(let mode, _, _, _):
            mode
        // What a phone does is heard late, but in its order.
        case .phone(let mode, _, _, _): mode
        case .write, .order, .provocation, .fault, .mend, .archive, .audit, .register, .request, .mishap,
            .barrierFalls:
            nil
        }
    }
}
