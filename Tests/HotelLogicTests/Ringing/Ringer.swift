import HotelLogic
import Testing
import Vocabulary

/// One machine under test: time is moved by hand, and what it concludes is collected.
struct Ringer {
    let node: Mode
    private(set) var machine: RingingMachine
    private(set) var now = Instant(nanoseconds: 1_000_000_000)
    private(set) var wall: WallTime
    private(set) var directives: [RingingDirective] = []

    /// A machine whose Asterisk and database are up.
    init(
        _ events: [WakeUpEvent], on node: Mode = .secondary, at time: String, phones: [RoomNumber: [ExtensionNumber]],
        settings: RingingSettings = RingingSettings()
    ) throws {
        self.node = node
        wall = try Berlin.at(time)
        machine = RingingMachine(
            node: node, run: BootID(rawValue: UInt64(node.number)), epoch: .first(of: .guest), zone: Berlin.zone,
            book: WakeUpBook(events), settings: settings, at: now)
        tell { $0.phonesAre(phones, at: $1, wall: $2) }
        tell { $0.asteriskChanged(isUp: true, at: $1, wall: $2) }
        tell { $0.databaseChanged(isUp: true, at: $1, wall: $2) }
        tell { $0.roleChanged(isFirst: node == .secondary, epoch: .first(of: .guest), at: $1, wall: $2) }
        directives = []
    }

    /// An input; gives what it concludes.
    @discardableResult
    mutating func tell(
        _ input: (inout RingingMachine, Instant, WallTime) -> [RingingDirective]
    ) -> [RingingDirective] {
        let concluded = input(&machine, now, wall)
        directives += concluded
        return concluded
    }

    /// Time passes in steps of a tenth of a second; gives what was concluded meanwhile.
    @discardableResult
    mutating func wait(
        _ duration: Duration, hearing peer: RingingStand? = nil, pause: Duration = .zero, isMutual: Bool = true
    ) -> [RingingDirective] {
        var concluded: [RingingDirective] = []
        for step in 0..<Int(duration.inSeconds * 10) {
            now = now + .milliseconds(100)
            wall = WallTime(microseconds: wall.rawValue + 100_000)
            if let peer, step % 3 == 0 {
                concluded += tell { $0.peerHeard(peer, pause: pause, isMutual: isMutual, at: $1, wall: $2) }
            }
            concluded += tell { $0.tick(at: $1, wall: $2) }
        }
        return concluded
    }

    /// The wall clock is set, and nothing else happens.
    mutating func setClock(to time: String) throws { wall = try Berlin.at(time) }

    /// Nothing is told for a while.
    mutating func stall(_ duration: Duration) {
        now = now + duration
        wall = WallTime(microseconds: wall.rawValue + duration.nanoseconds / 1_000)
    }

    /// The disk keeps everything at once.
    mutating func keep(_ concluded: [RingingDirective]) -> [RingingDirective] {
        var further: [RingingDirective] = []
        for case .store(let batch, _) in concluded { further += tell { $0.stored(batch, at: $1, wall: $2) } }
        return further
    }
}

extension [RingingDirective] {
    var calls: [RingingCall] {
        compactMap { if case .ring(let call) = $0 { call } else { nil } }
    }
    var events: [WakeUpEvent] {
        flatMap { directive -> [WakeUpEvent] in if case .store(_, let events) = directive { events } else { [] } }
    }
    var steps: [RingingStep] {
        events.compactMap { if case .rung(_, let step) = $0.what { step } else { nil } }
    }
    var messages: [RingingMessage] {
        compactMap { if case .send(let message) = $0 { message } else { nil } }
    }
    var news: [DeskNews] {
        compactMap { if case .tellDesk(let news, _) = $0 { news } else { nil } }
    }
    var hangUps: [Attempt] {
        compactMap { if case .hangUp(let attempt, _) = $0 { attempt } else { nil } }
    }
}
