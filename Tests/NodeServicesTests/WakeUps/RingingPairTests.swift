import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import Synchronization
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// Two nodes wake the guests together: their words cross as bytes, their stands as heartbeats, their lines as a copy.
@Suite struct RingingPairTests {
    private let scene = RingingScene()
    private let primary: RingingScene.Side
    private let secondary: RingingScene.Side
    private let toPrimary: MemoryControlPort
    private let toSecondary: MemoryControlPort

    init() {
        let clock = scene.clock
        let places = Places()
        toPrimary = MemoryControlPort(
            answering: RingingScene.Listener { places.service(.primary) }, clock: clock)
        toSecondary = MemoryControlPort(
            answering: RingingScene.Listener { places.service(.secondary) }, clock: clock)
        primary = RingingScene.Side(
            .primary, run: 11, control: toSecondary, clock: clock, settings: RingingSettings(), desk: nil)
        secondary = RingingScene.Side(
            .secondary, run: 22, control: toPrimary, clock: clock, settings: RingingSettings(), desk: nil)
        places.put([.primary: primary.service, .secondary: secondary.service])
    }

    /// Heartbeats and the copy between those that see each other.
    private func exchange(isUp: Bool = true) {
        for (one, other) in [(primary, secondary), (secondary, primary)] {
            guard isUp else {
                silence(one)
                continue
            }
            one.ledger.receive(other.ledger.withState { $0.lines }.filter { $0.event.node == other.mode })
            hear(one, other)
        }
    }

    /// - Parameter behind: how far the clock of the other is behind this one's.
    private func hear(_ one: RingingScene.Side, _ other: RingingScene.Side, behind: Duration = .zero) {
        let now = scene.clock.now()
        let sentAt = WallTime(microseconds: scene.clock.wallTime().rawValue - behind.nanoseconds / 1_000)
        let heartbeat = HeartbeatMessage(
            pair: PairID(rawValue: 1), sender: other.mode, health: [],
            boot: BootID(rawValue: other.mode == .primary ? 11 : 22), sequence: 1, sentAt: sentAt,
            nodeIdentity: 1, incarnation: Incarnation(rawValue: 1), feedHead: .start, settledHead: .start,
            acknowledged: .start, configuration: .init(owner: .primary, epoch: Epoch(rawValue: 2)),
            guest: .init(owner: .secondary, epoch: Epoch(rawValue: 1)), echo: nil, remembered: nil,
            softwareVersion: "1", ringing: other.board.read { $0.ringing }.map { .init($0, at: now) })
        one.board.change { content in
            content.peerRinging = heartbeat.peerRinging(at: now)
            content.standings[WakeUpReader.item, default: ItemStanding()].state = .current
            content.standings[WakeUpReader.item]?.lookedAt = now
            var machine = PeerMachine(
                ownMode: one.mode, ownBoot: BootID(rawValue: one.mode == .primary ? 11 : 22), standing: .active,
                timings: PeerTimings(), startedAt: now)
            _ = machine.heard(HeartbeatFacts(heartbeat), at: now, wall: scene.clock.wallTime())
            content.peer = machine
        }
    }

    private func silence(_ one: RingingScene.Side) {
        one.board.change { content in
            content.standings[WakeUpReader.item]?.state = .waitingForPeer
            guard var machine = content.peer else { return }
            _ = machine.tick(at: scene.clock.now(), wall: scene.clock.wallTime())
            content.peer = machine
        }
    }

    @Test func `the peer's clock is beside this one's while the peer is heard, and unknown else`() async throws {
        func clock() -> RingingFacts.Clock {
            secondary.board.read { content in
                RingingFacts(
                    content, RingingServiceSettings(zone: .utc), hasPeer: true, isAsteriskRunning: true,
                    at: scene.clock.now()
                ).clock
            }
        }
        try await scene.run([primary, secondary]) {
            try await scene.until("the Primary tells of its ringing") { primary.board.read { $0.ringing } != nil }
            #expect(clock() == .unknown)
            hear(secondary, primary)
            #expect(clock() == .inStep)
            hear(secondary, primary, behind: .seconds(3_600))
            #expect(clock() == .ahead(.seconds(3_600)))
            try await scene.wait(.seconds(4))
            silence(secondary)
            #expect(clock() == .unknown)
        }
    }

    private func begin(_ events: [WakeUpEvent]) async throws {
        _ = try await secondary.ledger.append(WakeUpBatch(events))
        for side in [primary, secondary] { side.asterisk.set(.rings, on: "Local/101@wake-up-ring/n") }
    }

    @Test func `the owner rings with the peer's receipt, and the peer knows the outcome before the ledger crossed`()
        async throws
    {
        try await begin([scene.wakeUp(1, after: 40)])
        try await scene.run([primary, secondary]) {
            try await scene.until("the call", each: { exchange() }) { !secondary.orders.isEmpty }
            #expect(primary.orders.isEmpty)
            #expect(secondary.steps == [.claimed(1), .rang(1, isReceipted: true)])
            let occurrence = try #require(
                secondary.service.wakeUps?.all.first?.openOccurrences(through: .last).first)
            let order = try #require(secondary.orders.first)
            secondary.asterisk.say("answered", of: order)
            try await scene.until("the peer's knowledge", within: .seconds(2)) {
                primary.service.wakeUps?.record(of: occurrence).isAnswered == true
            }
            #expect(primary.steps.isEmpty)
        }
    }

    @Test func `where the owner's Asterisk is down the other node rings at once, in its stead`() async throws {
        try await begin([scene.wakeUp(1, after: 40)])
        secondary.asterisk.become(.unreachable("down"))
        try await scene.run([primary, secondary]) {
            let start = scene.clock.now()
            try await scene.until("the call", each: { exchange() }) { !primary.orders.isEmpty }
            #expect(scene.clock.now() - start < .seconds(43))
            #expect(primary.steps.contains(.handedOver(.unable)))
            primary.asterisk.say("answered", of: try #require(primary.orders.first))
            try await scene.until("the answer", each: { exchange() }) {
                secondary.ledger.events.contains {
                    if case .rung(_, .answered(1)) = $0.what { true } else { false }
                }
            }
            secondary.asterisk.become(.running)
            try await scene.wait(.seconds(120), each: { exchange() })
            #expect(secondary.orders.isEmpty)
            #expect(primary.orders.count == 1)
        }
    }

    @Test func `an owner that is not heard is waited for as long as the grace, then the other node rings`()
        async throws
    {
        try await begin([scene.wakeUp(1, after: 60)])
        try await scene.run([primary, secondary]) {
            try await scene.wait(.seconds(20), each: { exchange() })
            let start = scene.clock.now()
            for link in [toPrimary, toSecondary] { link.turn(.failing(.silent("gone"))) }
            try await scene.until("the call", within: .seconds(120), each: { exchange(isUp: false) }) {
                !primary.orders.isEmpty
            }
            #expect(scene.clock.now() - start > .seconds(40 + 44))
            #expect(primary.steps.contains(.handedOver(.unheard)))
            // The owner was alive, and rang too: nobody can know better while the two do not see each other.
            #expect(secondary.orders.count == 1)
        }
    }

    @Test func `a peer of a former release, which says nothing of ringing, is rung for after the grace`()
        async throws
    {
        try await begin([scene.wakeUp(1, after: 60)])
        primary.ledger.receive(secondary.ledger.withState { $0.lines })
        toSecondary.turn(.failing(.other("unknown")))
        try await scene.run([primary]) {
            let start = scene.clock.now()
            try await scene.until("the call", within: .seconds(150), each: { hear(primary, secondary) }) {
                !primary.orders.isEmpty
            }
            #expect(scene.clock.now() - start > .seconds(60 + 44))
        }
    }

    /// Where each node's ringing is, once it is made.
    private final class Places: Sendable {
        private let services = Mutex<[Mode: RingingService]>([:])

        func service(_ mode: Mode) -> RingingService? { services.withLock { $0[mode] } }
        func put(_ made: [Mode: RingingService]) { services.withLock { $0 = made } }
    }
}
