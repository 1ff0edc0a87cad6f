import SeededTestKit
import Vocabulary

@testable import PairLogic

/// Two machines of one scope, each with a disk, and a line between them that loses, delays and parts; from a seed.
///
/// Steps are 100 ms. Daemons die before and after what they were just storing reached the disk; operators at both
/// consoles ask for anything at any time.
struct ReignPair {
    /// What crosses the line.
    enum Message {
        case heartbeat(Ownership?, NodeAbility)
        case question(HandoverQuestion)
        case answer(HandoverQuestion, HandoverVerdict)
    }

    struct Flight {
        let message: Message
        let to: Mode
        let arrives: Int
    }

    /// How a chance is taken, in thousandths for each step.
    struct Chances {
        var loss = 100
        var crash = 4
        var restore = 0
        var part = 5
        var order = 60
        var darkStore = 100
        var copy = 400
    }

    var random: Seeded
    var chances: Chances
    var nodes: [Mode: ReignNode]
    var flights: [Flight] = []
    /// The directions in which nothing arrives.
    var deaf: Set<Mode> = []
    var step = 0
    /// Which owner each epoch was ever stored with; asked only where no disk was put back.
    var minted: [Epoch: Mode] = [:]
    var violations: [String] = []
    var handovers = 0
    var takeovers = 0

    init(seed: UInt64, chances: Chances = Chances(), goesHomeAlone: Bool = false) {
        random = Seeded(seed: seed)
        self.chances = chances
        var timings = ReignTimings()
        timings.stability = .seconds(20)
        nodes = [
            .primary: ReignNode(.primary, goesHomeAlone: goesHomeAlone, timings: timings),
            .secondary: ReignNode(.secondary, goesHomeAlone: goesHomeAlone, timings: timings),
        ]
    }

    mutating func chance(_ perMille: Int) -> Bool { Int.random(in: 0..<1_000, using: &random) < perMille }

    mutating func pass(steps: Int) {
        for _ in 0..<steps where violations.isEmpty {
            step += 1
            trouble()
            deliver()
            for mode in Mode.allCases { live(mode) }
            check()
        }
    }

    /// Faults and orders end, and both daemons run.
    mutating func heal() {
        chances = Chances(loss: 0, crash: 0, restore: 0, part: 0, order: 0, darkStore: 0, copy: 1_000)
        deaf = []
        for mode in Mode.allCases { nodes[mode]?.start(at: step) }
    }

    private mutating func trouble() {
        let partitions: [Set<Mode>] = [[], [], [.primary], [.secondary], [.primary, .secondary]]
        if chance(chances.part) { deaf = partitions.randomElement(using: &random) ?? [] }
        for mode in Mode.allCases {
            guard let node = nodes[mode] else { continue }
            if node.machine == nil {
                if chance(50) { nodes[mode]?.start(at: step) }
            } else if chance(chances.crash) {
                let reachedDisk = chance(500)
                nodes[mode]?.crash(reachedDisk: reachedDisk)
                noteStored(mode)
                if chance(chances.restore) { restore(mode) }
            }
        }
    }

    /// A disk is put back: what was under way to and from the node is long gone.
    private mutating func restore(_ mode: Mode) {
        let image = random.next()
        nodes[mode]?.restore(image: image)
        flights = []
        minted = [:]
    }

    private mutating func deliver() {
        let due = flights.filter { $0.arrives <= step }
        flights.removeAll { $0.arrives <= step }
        for flight in due where !deaf.contains(flight.to) && nodes[flight.to]?.machine != nil {
            arrive(flight.message, at: flight.to)
        }
    }

    private mutating func arrive(_ message: Message, at mode: Mode) {
        switch message {
        case .heartbeat(let reign, let ability):
            nodes[mode]?.heard(ability, at: step)
            if let reign { take(.heard(reign), at: mode) }
        case .question(let question):
            guard let node = nodes[mode], let verdict = node.verdict(on: question) else { return }
            send(.answer(question, verdict), to: mode.peer)
        case .answer(let question, let verdict):
            nodes[mode]?.asked = nil
            take(.answered(question, verdict), at: mode)
        }
    }

    private mutating func send(_ message: Message, to mode: Mode) {
        guard !chance(chances.loss) else { return }
        flights.append(Flight(message: message, to: mode, arrives: step + Int.random(in: 1...3, using: &random)))
    }

    private mutating func live(_ mode: Mode) {
        guard let node = nodes[mode], node.machine != nil else { return }
        if step % 2 == 0 { send(.heartbeat(node.machine?.announced, node.ability), to: mode.peer) }
        take(.peerStands(node.presence(at: step), isSeeingEachOther: seesEachOther), at: mode)
        take(.ableTo(node.ability), at: mode)
        if let asked = node.asked, step - asked.at >= 10 {
            nodes[mode]?.asked = nil
            take(.unanswered(asked.question, "no answer"), at: mode)
        }
        take(.tick, at: mode)
        if chance(chances.order) { orderAnything(mode) }
        work(mode)
        if !deaf.contains(mode), nodes[mode.peer]?.machine != nil { copy(to: mode) }
        if chance(300) { nodes[mode]?.write() }
    }

    private mutating func orderAnything(_ mode: Mode) {
        let orders: [ReignInput] = [
            .takeoverWanted(isForced: false), .takeoverWanted(isForced: true), .givebackWanted(.operatorHere),
            .givebackWanted(.operatorHere), .givebackStopped, .databaseReturned,
        ]
        if let order = orders.randomElement(using: &random) { take(order, at: mode) }
    }

    /// An operator orders something now.
    mutating func order(_ input: ReignInput, at mode: Mode) { take(input, at: mode) }

    private var seesEachOther: Bool {
        Mode.allCases.allSatisfy { mode in
            guard case .heard = nodes[mode]?.presence(at: step) else { return false }
            return true
        }
    }

    /// The copy: what the peer has written comes here, a part at a time.
    private mutating func copy(to mode: Mode) {
        guard let peer = nodes[mode.peer], let node = nodes[mode], chance(chances.copy) else { return }
        let part = Int.random(in: min(node.cursor, peer.feed)...peer.feed, using: &random)
        let position = chance(500) ? peer.feed : part
        nodes[mode]?.copied(from: peer, upTo: position, at: step)
    }

    /// The store takes its time, and now and then answers in the dark.
    private mutating func work(_ mode: Mode) {
        guard nodes[mode]?.pending != nil, chance(600) else { return }
        let isDark = chance(chances.darkStore)
        let reachedDisk = !isDark || chance(500)
        let outcome = nodes[mode]?.carryOut(reachedDisk: reachedDisk, isDark: isDark)
        noteStored(mode)
        if let outcome { take(outcome, at: mode) }
    }

    private mutating func take(_ input: ReignInput, at mode: Mode) {
        for directive in nodes[mode]?.take(input, at: step) ?? [] {
            switch directive {
            case .ask(let question): send(.question(question), to: mode.peer)
            case .announce(let reign):
                if reign != nodes[mode]?.stored.ownership { violate("\(mode) announced what is not stored: \(reign)") }
                send(.heartbeat(reign, nodes[mode]?.ability ?? NodeAbility()), to: mode.peer)
            case .holds, .load, .store, .raiseBarrier, .lowerBarrier, .refusedTakeover, .refusedGiveback, .told: break
            }
        }
    }

    mutating func violate(_ words: String) { violations.append("step \(step): \(words)") }
}
