import AsteriskLink
import AsteriskTestKit
import HostSystem
import HotelLogic
import MariaStore
import NodeServices
import Ports
import ReplicaLogic
import TestSupport
import Vocabulary

/// The service of ringing between a house's real Asterisk and a real MariaDB, as a daemon runs it.
struct LiveWakeUps: Sendable {
    struct NeverCame: Error {
        let what: String
        let steps: [RingingStep]
        let log: String
    }

    private static let patience = Duration.seconds(60)

    let house: TestHouse
    let ledger: MariaWakeUpLedger
    let clock = SystemClock()

    /// A fresh database, and no service yet.
    init(_ house: TestHouse) throws {
        self.house = house
        ledger = MariaWakeUpLedger(endpoint: try TestHouse.freshDatabase())
    }

    /// Sets a wake-up of a room in so many seconds.
    func set(_ number: UInt64, room: String, after seconds: Int64) async throws {
        let moment = WallTime(microseconds: clock.wallTime().rawValue + seconds * 1_000_000)
        let due = ZoneRules.utc.localTime(at: moment)
        let place = WakeUpPlace(try RoomNumber(room))
        let edit = WakeUp(WakeUpID(node: .secondary, number: number)).edit(
            .set(WakeUpPlan(WakeUpSchedule(due.time, on: due.date)), place), by: .secondary)
        let line = WakeUpEvent(
            .edited(edit), room: place.room, node: .secondary, epoch: Epoch(rawValue: 1), at: clock.wallTime())
        _ = try await ledger.append(WakeUpBatch([line]))
    }

    /// Runs a daemon's service during `body`; afterwards it is gone, as after a kill.
    func daemon(run: UInt64, settings: RingingSettings, _ body: () async throws -> Void) async throws {
        let board = NodeBoard(mode: .secondary)
        let phones = HousePhones(try SampleHouse.plan())
        board.change { content in
            content.isPrepared = true
            content.isDatabaseUp = true
            content.phones = phones
        }
        let (ledger, clock) = (ledger, clock)
        try await house.daemon(
            { client in
                RingingService(
                    ledger: ledger, asterisk: client, control: nil, board: board, clock: clock,
                    run: BootID(rawValue: run),
                    settings: RingingServiceSettings(ringing: settings, zone: .utc), logger: RunningService.quietLogger)
            }, body)
    }

    /// What happened to a wake-up, once it is as wanted.
    @discardableResult
    func steps(_ what: String, of number: UInt64, _ holds: ([RingingStep]) -> Bool) async throws -> [RingingStep] {
        let end = clock.now() + Self.patience
        var steps: [RingingStep] = []
        while clock.now() < end {
            steps = try await ledger.lines(of: WakeUpID(node: .secondary, number: number)).compactMap { line in
                if case .rung(_, let step) = line.event.what { step } else { nil }
            }
            if holds(steps) { return steps }
            try await clock.sleep(for: .milliseconds(50))
        }
        throw NeverCame(what: what, steps: steps, log: house.node.log)
    }
}
