import HotelLogic
import PairLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// The chart as a running node tells it.
struct FailoverConsoleTests {
    @Test func `two nodes that hear each other tell the same`() async {
        let scene = PairScene()
        scene.pass(.seconds(5))
        let (one, other) = (await Self.services(scene.primary), await Self.services(scene.secondary))
        #expect(one["pms-links"]?.now == "secondary" && one["dashboards"]?.now == "primary")
        #expect(one == other)
    }

    @Test func `a heartbeat tells that its sender's Asterisk is down, and the other node rings`() async {
        let scene = PairScene()
        scene.secondary.asterisk.become(.unreachable("connection refused"))
        scene.pass(.seconds(5))
        for side in [scene.primary, scene.secondary] {
            let services = await Self.services(side)
            #expect(services["wake-ups-ring"]?.now == "primary")
            #expect(services["guest-extensions"]?.now == "primary")
            #expect(services["pms-links"]?.now == "secondary")
        }
    }

    @Test func `who rings is told by ringing itself, where it runs`() async {
        let scene = PairScene()
        scene.pass(.seconds(5))
        func stand(_ serial: UInt64, holds: Bool, ability: RingingAbility) -> RingingStand {
            RingingStand(
                mark: .init(run: BootID(rawValue: 22), serial: serial), isFirst: true, epoch: Epoch(rawValue: 1),
                ability: ability, holdsTurn: holds)
        }
        let board = scene.secondary.board
        let now = scene.clock.now()
        board.change {
            $0.ringing = RingingStanding(
                stand: stand(1, holds: true, ability: .unkept), rings: true, lastStep: now, dueCount: 0, unkeptCount: 9)
        }
        let unkept = await Self.services(scene.secondary)["wake-ups-ring"]
        #expect(unkept?.now == "secondary")
        #expect(unkept?.why.hasSuffix("; the Secondary cannot write down what it does") == true)
        board.change {
            $0.ringing = RingingStanding(
                stand: stand(2, holds: false, ability: .full), rings: false, lastStep: now, dueCount: 0, unkeptCount: 0)
        }
        #expect(await Self.services(scene.secondary)["wake-ups-ring"]?.now == "nobody")
    }

    @Test func `a starting node takes nothing that two must not do`() async {
        let scene = PairScene()
        let services = await Self.services(scene.secondary)
        #expect(services["pms-links"]?.now == "nobody")
        #expect(services["wake-ups-ring"]?.now != "primary")
    }

    @Test func `a node whose database is away does nothing that needs it`() async {
        let scene = PairScene()
        scene.secondary.board.change { $0.isDatabaseUp = false }
        scene.pass(.seconds(5))
        for side in [scene.primary, scene.secondary] {
            let services = await Self.services(side)
            #expect(services["pms-links"]?.why == "the Secondary's database does not answer; the PMS queues")
        }
    }

    @Test func `where the settings accept wake-ups while their owner is gone, the chart says so`() async {
        let scene = PairScene()
        scene.pass(.seconds(5))
        #expect(await Self.services(scene.primary, takesWakeUps: true)["wake-ups-set"]?.now == "secondary")
        scene.pass(.seconds(5), without: .secondary)
        #expect(await Self.services(scene.primary)["wake-ups-set"]?.now == "nobody")
        let taken = await Self.services(scene.primary, takesWakeUps: true)["wake-ups-set"]
        #expect(taken?.now == "primary" && taken?.should == "secondary")
        #expect(taken?.why.contains("guests.accept_wake_ups") == true)
    }

    @Test func `before the database was reached nobody is known to own anything`() async {
        let board = NodeBoard(mode: .primary)
        let services = await Self.services(board)
        #expect(services["stays"]?.should == "nobody")
        #expect(services["stays"]?.why.hasPrefix("it is in doubt who owns guest") == true)
    }

    private static func services(
        _ side: PairScene.Side, takesWakeUps: Bool = false
    ) async -> [String: ServicesReport.Line] {
        await services(side.board, side.asterisk, takesWakeUps: takesWakeUps)
    }

    private static func services(
        _ board: NodeBoard, _ asterisk: MemoryAsterisk = MemoryAsterisk(), takesWakeUps: Bool = false
    ) async -> [String: ServicesReport.Line] {
        let clock = HastyClock()
        let reigns = ReignService(
            store: MemoryReignStore(MemoryDatabase(board.mode, incarnation: Incarnation(rawValue: 1))), control: nil,
            asterisk: asterisk, board: board, clock: clock, goesHomeAlone: false, logger: RunningService.quietLogger)
        let console = FailoverConsole(
            board: board, hasPeer: true, asterisk: asterisk, clock: clock, reigns: reigns,
            takesWakeUps: { takesWakeUps })
        let lines = await console.services().lines
        return Dictionary(lines.map { ($0.service, $0) }) { first, _ in first }
    }
}
