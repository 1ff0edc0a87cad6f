import HotelLogic
import Testing
import Vocabulary

/// Two nodes that wake a house, with everything between and around them that can fail. A step is a tenth of a second.
struct RingingWorld {
    static let stepsPerSecond = 10
    /// Nothing heard for so long, and a node is unheard.
    static let unheardSteps = 30

    /// What was seen of one attempt's call.
    struct Rung {
        let node: Mode
        let sawEachOther: Bool
    }

    let settings: RingingSettings
    let start: WallTime
    var numbers: SeededNumbers
    var step = 0
    var nodes: [Mode: RingingNode] = [.primary: RingingNode(.primary), .secondary: RingingNode(.secondary)]
    /// Whether datagrams and packets from this node arrive.
    var isHeard: [Mode: Bool] = [.primary: true, .secondary: true]
    var lossPerMille = 0
    var controlDeliveredAt: [Mode: Int] = [:]
    var phones: [RoomNumber: [ExtensionNumber]] = [:]

    var claimedSeeing: [Attempt: [Mode: Bool]] = [:]
    var rung: [Attempt: [Rung]] = [:]
    var answered: Set<Occurrence> = []
    var told: Set<Occurrence> = []
    var violations: [String] = []

    init(seed: UInt64, settings: RingingSettings, start: WallTime) {
        numbers = SeededNumbers(seed: seed)
        self.settings = settings
        self.start = start
    }

    var now: Instant { Instant(nanoseconds: 1_000_000_000 + UInt64(step) * 100_000_000) }
    var wall: WallTime { WallTime(microseconds: start.rawValue + Int64(step) * 100_000) }
    var isControlUp: Bool {
        Mode.allCases.allSatisfy { isHeard[$0] == true && nodes[$0]?.machine != nil }
    }

    /// Both hold a fresh heartbeat that echoes a fresh one of their own.
    var seeEachOther: Bool {
        Mode.allCases.allSatisfy { mode in
            guard let node = nodes[mode], node.machine != nil, let heard = node.heardAt, let echo = node.echoedAt else {
                return false
            }
            return step - heard < Self.unheardSteps && step - echo < Self.unheardSteps
        }
    }

    /// Both disks hold the same, and nothing is to come.
    func isQuiet(_ occurrences: [Occurrence]) -> Bool {
        guard let primary = nodes[.primary], let secondary = nodes[.secondary] else { return false }
        guard primary.onDisk == secondary.onDisk else { return false }
        let book = WakeUpBook(primary.disk)
        return occurrences.allSatisfy { occurrence in
            let record = book.record(of: occurrence)
            return record.isAnswered || (record.isGivenUp && told.contains(occurrence))
        }
    }

    /// Lines that both nodes have from the beginning.
    mutating func began(with events: [WakeUpEvent], phones: [RoomNumber: [ExtensionNumber]]) {
        self.phones = phones
        for mode in Mode.allCases {
            _ = nodes[mode]?.keep(events)
            boot(mode)
        }
    }

    mutating func boot(_ mode: Mode) {
        guard var node = nodes[mode], node.machine == nil, node.isDatabaseUp else { return }
        node.run += 1
        node.machine = RingingMachine(
            node: mode, run: BootID(rawValue: node.run * 10 + UInt64(mode.number)), epoch: node.reign.epoch,
            zone: Berlin.zone, book: WakeUpBook(node.disk), settings: settings, at: now)
        node.stuckUntil = 0
        nodes[mode] = node
        let (phones, reign, isAsteriskUp) = (self.phones, node.reign, node.isAsteriskUp)
        tell(mode) { $0.phonesAre(phones, at: $1, wall: $2) }
        tell(mode) { $0.roleChanged(isFirst: reign.owner == mode, epoch: reign.epoch, at: $1, wall: $2) }
        tell(mode) { $0.asteriskChanged(isUp: isAsteriskUp, at: $1, wall: $2) }
        tell(mode) { $0.databaseChanged(isUp: true, at: $1, wall: $2) }
    }

    /// The daemon dies, and with it what it had not kept. Its Asterisk goes on ringing, unheard.
    mutating func crash(_ mode: Mode) {
        nodes[mode]?.machine = nil
        nodes[mode]?.inputs = []
        nodes[mode]?.unkept = []
        nodes[mode]?.calls = [:]
        nodes[mode]?.heardAt = nil
        nodes[mode]?.echoedAt = nil
        rung = rung.filter { isRemembered($0.key) }
    }

    /// An attempt that was made while nothing could be kept, and whose makers have died, is known to nobody.
    private func isRemembered(_ attempt: Attempt) -> Bool {
        nodes.values.contains { node in
            let books = [node.machine?.wakeUps, WakeUpBook(node.disk)].compactMap { $0 }
            return books.contains { book in
                book.record(of: attempt.occurrence).attempts.keys.contains { $0.number == attempt.number }
            }
        }
    }

    mutating func tell(_ mode: Mode, after steps: Int = 0, _ input: @escaping RingingNode.Input) {
        nodes[mode]?.inputs.append((step + steps, input))
    }

    // MARK: One step

    mutating func advance() {
        step += 1
        if step % 3 == 0 { Mode.allCases.forEach { sendHeartbeat($0) } }
        if step % 5 == 0 { Mode.allCases.forEach { copy(to: $0) } }
        for mode in Mode.allCases {
            keepLines(mode)
            collectCalls(mode)
            tellUnheard(mode)
            tell(mode) { $0.tick(at: $1, wall: $2) }
            deliver(mode)
        }
    }

    private mutating func deliver(_ mode: Mode) {
        guard let node = nodes[mode], node.machine != nil, node.stuckUntil <= step else {
            if nodes[mode]?.machine == nil { nodes[mode]?.inputs = [] }
            return
        }
        let due = node.inputs.filter { $0.at <= step }
        nodes[mode]?.inputs.removeAll { $0.at <= step }
        for (_, input) in due {
            guard var machine = nodes[mode]?.machine else { return }
            nodes[mode]?.machine = nil  // so that the machine is changed in place
            let directives = input(&machine, now, wall)
            nodes[mode]?.machine = machine
            for directive in directives { carryOut(directive, mode) }
        }
    }

    private mutating func keepLines(_ mode: Mode) {
        guard let node = nodes[mode], node.isDatabaseUp else { return }
        let ready = node.unkept.prefix { $0.at <= step }
        nodes[mode]?.unkept.removeFirst(ready.count)
        for (_, batch, events) in ready {
            _ = nodes[mode]?.keep(events)
            tell(mode) { $0.stored(batch, at: $1, wall: $2) }
        }
    }

    private mutating func collectCalls(_ mode: Mode) {
        for (attempt, legs) in nodes[mode]?.calls ?? [:] {
            for leg in legs where leg.at <= step { nodes[mode]?.inputs.append(leg) }
            let left = legs.filter { $0.at > step }
            nodes[mode]?.calls[attempt] = left.isEmpty ? nil : left
        }
    }

    private mutating func tellUnheard(_ mode: Mode) {
        guard let node = nodes[mode], node.machine != nil,
            step - (node.heardAt ?? -Self.unheardSteps) >= Self.unheardSteps,
            step - node.toldUnheardAt >= Self.stepsPerSecond, step > 100
        else { return }
        nodes[mode]?.toldUnheardAt = step
        tell(mode) { $0.peerUnheard(at: $1, wall: $2) }
        tell(mode) { $0.caughtUp(asOf: nil, at: $1, wall: $2) }
    }
}
