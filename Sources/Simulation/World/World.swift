import PairLogic
import ReplicaLogic
import Vocabulary

/// Two nodes, the network between them, the programs that write, the faults that strike, and the books that tell
/// whether anything was lost. One thread, one generator, no clock but its own.
final class World {
    /// How many violations are told apart before the world stops.
    static let violationsMax = 5

    let settings: SimulationSettings
    let storm: Storm
    var random: SeededGenerator
    var now = Instant(nanoseconds: 1_000_000_000)
    var queue = EventQueue()
    var network = SimulatedNetwork()
    var book = WriteBook()
    var story: Story
    var counts = SimulationReport.Counts()
    var violations: [String] = []
    var passes = 0
    var canaries: UInt64 = 1_000_000
    var reignBook = ReignBook()
    var rings = RingBook()
    var hotel: SimulatedHotel
    /// Counts the phones that were made to ring.
    var legs = 0
    /// Whether a node that does not hear the owner takes wake-ups all the same.
    let acceptsWithoutOwner: Bool
    /// Since when two nodes that have heard of each other perform the same exclusive duty.
    var doubled: [HotelService: Instant] = [:]
    /// When the last message to a node arrives: the control connection keeps the order.
    var controlArrival: [Mode: Instant] = [:]
    /// Clocks may be minutes off, and tombstones are kept; or they are seconds off, and tombstones are collected. A
    /// clock must not be set back by more than a tombstone's age.
    let hasWildClocks: Bool
    /// Whether writers wait behind a barrier, or go on and write without ownership.
    let barrierHoldsWriters: Bool
    /// Whether the settings let scopes go home by themselves.
    let goesHomeAlone: Bool
    /// Whether programs write and faults strike.
    var isStormy = true
    /// When they ended.
    var calmAt = Instant(nanoseconds: 0)
    /// Whether all scopes must come home, now that nothing is wrong any more.
    var wantsHome = false
    let primary: SimulatedNode
    let secondary: SimulatedNode

    init(seed: UInt64, settings: SimulationSettings) {
        self.settings = settings
        storm = Storm(settings.focus)
        random = SeededGenerator(seed: seed)
        story = Story(isTold: settings.tellsStory)
        hasWildClocks = random.chance(perMille: 400)
        barrierHoldsWriters = random.chance(perMille: 600)
        goesHomeAlone = random.chance(perMille: 400)
        acceptsWithoutOwner = random.chance(perMille: 250)
        hotel = SimulatedHotel(&random)
        primary = SimulatedNode(mode: .primary, incarnation: Incarnation(rawValue: random.next() | 1))
        secondary = SimulatedNode(mode: .secondary, incarnation: Incarnation(rawValue: random.next() | 1))
    }

    var nodes: [SimulatedNode] { [primary, secondary] }

    func node(_ mode: Mode) -> SimulatedNode { mode == .primary ? primary : secondary }

    func peer(of node: SimulatedNode) -> SimulatedNode { self.node(node.mode.peer) }

    func has(_ flaw: Flaw) -> Bool { settings.flaw == flaw }

    func plan(_ event: Event, in delay: Duration) { queue.plan(event, at: now + delay) }

    func tell(_ line: @autoclosure () -> String) { story.tell(line, at: now) }

    func violate(_ words: String) {
        guard violations.count < Self.violationsMax else { return }
        let seconds = now.nanoseconds / 1_000_000_000
        violations.append("at \(seconds) s: \(words)")
        tell("VIOLATION: \(words)")
    }

    /// Lives one stretch of time; stops early where a promise was broken.
    func live(until end: Instant) {
        while violations.isEmpty, let at = queue.nextAt, at <= end, let (_, event) = queue.next() {
            now = at
            happen(event)
        }
        now = max(now, end)
    }

    private func happen(_ event: Event) {
        if let mode = event.daemon, case let node = node(mode), node.daemon != nil, isFrozen(node) {
            return queue.plan(event, at: node.frozenUntil)
        }
        switch event {
        case .tick(let mode, let run): tick(node(mode), run: run)
        case .datagram(let mode, let heartbeat): arrived(heartbeat, at: node(mode))
        case .control(let mode, let run, let message): arrived(message, at: node(mode), run: run)
        case .silence(let mode, let question, let run): wasNotAnswered(question, at: node(mode), run: run)
        case .write(let mode, let slot, let run): write(node(mode), slot: slot, run: run)
        case .look(let mode, let run): look(node(mode), run: run)
        case .canary(let mode, let drawn, let run): openCanary(node(mode), drawn: drawn, run: run)
        case .poll(let mode, let run): poll(node(mode), run: run)
        case .copy(let mode, let pass): copy(node(mode), pass: pass)
        case .reign(let mode, let scope, let work, let run): carryOn(node(mode), scope, work: work, run: run)
        case .order: order()
        case .provocation(let mode, let scope): provoke(node(mode), scope)
        case .ringing(let mode, let run): ringingTick(node(mode), run: run)
        case .reading(let mode, let run): readArrivals(node(mode), run: run)
        case .keeping(let mode, let run): goOnKeeping(node(mode), run: run)
        case .standMoved(let mode, let run): standMoved(node(mode), run: run)
        case .phone(let mode, let leg, let run, let what): happened(what, leg: leg, run: run, at: node(mode))
        case .register: register()
        case .request: request()
        case .deskCommit(let mode, let run, let database, let events):
            deskCommits(events, at: node(mode), run: run, database: database)
        case .mishap: mishap()
        case .barrierFalls(let mode): loseBarriers(node(mode))
        case .fault: strike()
        case .mend(let mend): self.mend(mend)
        case .archive: archive()
        case .audit: audit()
        }
    }
}
