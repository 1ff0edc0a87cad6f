import PairLogic
import ReplicaLogic
import Vocabulary

/// Two nodes, the network between them, the programs that write, the faults that strike, and the books that tell
/// whether anything was lost. One thread, one generator, no clock but its own.
final class World {
    /// How many violations are told apart before the world stops.
    static let violationsMax = 5

    let settings: SimulationSettings
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
    /// Who minted which epoch of which scope.
    var minted: [Ownership: Mode] = [:]
    /// Clocks may be minutes off, and tombstones are kept; or they are seconds off, and tombstones are collected. A
    /// clock must not be set back by more than a tombstone's age.
    let hasWildClocks: Bool
    /// Whether programs write and faults strike.
    var isStormy = true
    let primary: SimulatedNode
    let secondary: SimulatedNode

    init(seed: UInt64, settings: SimulationSettings) {
        self.settings = settings
        random = SeededGenerator(seed: seed)
        story = Story(isTold: settings.tellsStory)
        hasWildClocks = random.chance(perMille: 400)
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
        while violations.isEmpty, let (at, event) = queue.next() {
            guard at <= end else {
                queue.plan(event, at: at)
                break
            }
            now = at
            happen(event)
        }
        now = max(now, end)
    }

    private func happen(_ event: Event) {
        switch event {
        case .tick(let mode, let run): tick(node(mode), run: run)
        case .datagram(let mode, let facts): arrived(facts, at: node(mode))
        case .write(let mode, let slot, let run): write(node(mode), slot: slot, run: run)
        case .look(let mode, let run): look(node(mode), run: run)
        case .canary(let mode, let drawn, let run): openCanary(node(mode), drawn: drawn, run: run)
        case .poll(let mode, let run): poll(node(mode), run: run)
        case .copy(let mode, let pass): copy(node(mode), pass: pass)
        case .adopt(let mode, let run): adopt(node(mode), run: run)
        case .fault: strike()
        case .mend(let mend): self.mend(mend)
        case .archive: archive()
        case .audit: audit()
        }
    }
}
