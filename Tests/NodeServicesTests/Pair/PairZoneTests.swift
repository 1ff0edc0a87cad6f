import PairLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// A Primary in UTC that says hello to a Secondary.
@Suite struct PairZoneTests {
    private let clock = HastyClock()
    private let board = NodeBoard(mode: .primary)

    private static let words =
        "the Secondary's time zone is Europe/Berlin, this node's UTC: wake-ups would ring at other times after a "
        + "takeover; set property.time_zone alike on both and restart"

    @Test func `another time zone at the peer is told once, and its end is told`() async {
        for _ in 0..<3 { await greet(inZone: "Europe/Berlin") }
        #expect(board.read { $0.warnings } == ["time-zone": Self.words])
        let told = board.events.take()
        #expect(told.map(\.words) == [Self.words])
        #expect(told.map(\.severity) == [.warning])
        for _ in 0..<2 { await greet(inZone: "UTC") }
        #expect(board.read { $0.warnings } == [:])
        let over = board.events.take()
        #expect(over.map(\.words) == ["over: " + Self.words])
        #expect(over.map(\.isOver) == [true])
    }

    @Test(arguments: ["UTC", ""])
    func `the same zone at the peer, or one that it does not tell, is no trouble`(zone: String) async {
        await greet(inZone: zone)
        #expect(board.read { $0.warnings } == [:])
        #expect(board.events.take() == [])
    }

    /// Says hello once to a Secondary whose settings name this zone.
    private func greet(inZone zone: String) async {
        let database = MemoryDatabase(.secondary, incarnation: Incarnation(rawValue: 2))
        let peer = ControlDesk(
            board: NodeBoard(mode: .secondary), source: MemoryFeedSource(database), clock: clock,
            boot: BootID(rawValue: 22), softwareVersion: "1.0", timeZone: zone, logger: RunningService.quietLogger)
        let (heartbeat, _) = MemoryHeartbeatPort.pair(clock: clock)
        let service = PairService(
            heartbeat: heartbeat, control: MemoryControlPort(answering: peer, clock: clock),
            database: { () async throws(FeedFailure) in Incarnation(rawValue: 2) }, witness: MemoryWitness(),
            board: board, clock: clock, boot: BootID(rawValue: 11), identity: 11,
            settings: PairServiceSettings(
                timings: PeerTimings(), probeInterval: .seconds(1), keys: [PairScene.key], witnesses: [],
                softwareVersion: "1.0", timeZone: "UTC"), logger: RunningService.quietLogger)
        let (_, queue) = AsyncStream<PairInput>.makeStream()
        await service.probeControl(queue)
    }
}
