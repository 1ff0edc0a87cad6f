import HotelLogic
import PairLogic
import Ports
import ReplicaLogic
import TestSupport
import Vocabulary
import Wire

@testable import NodeServices

/// Nodes that wake a house of two rooms, with their Asterisks and ledgers in memory and a clock that a test moves.
final class RingingScene {
    struct NeverCame: Error {
        let what: String
    }

    /// One node.
    final class Side: Sendable {
        let mode: Mode
        let asterisk = MemoryAsterisk()
        let ledger: MemoryWakeUpLedger
        let board: NodeBoard
        let service: RingingService

        init(
            _ mode: Mode, run: UInt64, ledger: MemoryWakeUpLedger? = nil, control: (any ControlPort)?,
            clock: MemoryClock, settings: RingingSettings, desk: ExtensionNumber?
        ) {
            self.mode = mode
            self.ledger = ledger ?? MemoryWakeUpLedger(mode: mode)
            board = NodeBoard(mode: mode)
            service = RingingService(
                ledger: self.ledger, asterisk: asterisk, control: control, board: board, clock: clock,
                run: BootID(rawValue: run),
                settings: RingingServiceSettings(ringing: settings, zone: .utc, deskNumber: desk),
                logger: RunningService.quietLogger)
            board.change { content in
                content.isPrepared = true
                content.isDatabaseUp = true
                content.scopes = [ScopeReport(scope: .guest, owner: .secondary, epoch: Epoch(rawValue: 1))]
                content.phones = RingingScene.phones
            }
            board.settleReigns(at: clock.now())
        }

        var steps: [RingingStep] {
            ledger.events.compactMap { if case .rung(_, let step) = $0.what { step } else { nil } }
        }

        var orders: [OriginateOrder] {
            asterisk.deeds.compactMap { if case .originate(let order) = $0 { order } else { nil } }
        }
    }

    /// The way to the other node's ringing.
    struct Listener: ControlAnswering {
        let target: @Sendable () -> RingingService?

        func answer(_ request: ControlRequest) async -> ControlReply {
            guard case .ringing(let letter) = request, let reply = target()?.received(letter) else {
                return .failed(.init(code: .notFound, words: "nobody rings here"))
            }
            return .ringing(reply)
        }

        func refused(_ refusal: ControlRefusal) {}
    }

    static let phones: HousePhones = {
        let numbers = (101...104).map { ExtensionNumber(unchecked: "\($0)") }
        return HousePhones(
            rooms: [room("1"): [numbers[0]], room("2"): [numbers[1], numbers[2]]],
            desk: [ExtensionNumber(literal: "200")])
    }()

    static func room(_ text: String) -> RoomNumber {
        guard let room = try? RoomNumber(text) else { preconditionFailure("\(text) is no room") }
        return room
    }

    let clock = MemoryClock()
    private var running: [Side] = []

    /// The line that sets a wake-up in so many seconds.
    func wakeUp(
        _ number: UInt64, in room: String = "1", after seconds: Int64, language: String? = nil
    ) -> WakeUpEvent {
        let due = ZoneRules.utc.localTime(at: WallTime(microseconds: clock.wallTime().rawValue + seconds * 1_000_000))
        let id = WakeUpID(node: .secondary, number: number)
        let plan = WakeUpPlan(WakeUpSchedule(due.time, on: due.date), language: language)
        let edit = WakeUp(id).edit(.set(plan, WakeUpPlace(Self.room(room))), by: .secondary)
        return WakeUpEvent(
            .edited(edit), room: Self.room(room), node: .secondary, epoch: Epoch(rawValue: 1), at: clock.wallTime(),
            author: Author(.desk))
    }

    /// A node alone.
    func alone(
        ledger: MemoryWakeUpLedger? = nil, run: UInt64 = 5, settings: RingingSettings = RingingSettings(),
        desk: ExtensionNumber? = nil
    ) -> Side {
        Side(.secondary, run: run, ledger: ledger, control: nil, clock: clock, settings: settings, desk: desk)
    }

    /// Runs services while `body` watches.
    func run(_ sides: [Side], _ body: () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            running = sides
            for side in sides { group.addTask { try await side.service.run() } }
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
            group.cancelAll()
            for side in sides { side.asterisk.close() }
            try await group.waitForAll()
            try outcome.get()
        }
    }

    /// Lets time pass in small steps until `condition` holds.
    func until(
        _ what: String, within limit: Duration = .seconds(900), each: () -> Void = {}, _ condition: () -> Bool
    ) async throws {
        let end = clock.now() + limit
        while clock.now() < end {
            if condition() { return }
            each()
            clock.advance(by: .milliseconds(50))
            await keepUp()
        }
        throw NeverCame(what: what)
    }

    /// Lets the services come to this moment: none of them is to find that it stood still.
    private func keepUp() async {
        for round in 0..<20_000 {
            let now = clock.now()
            let isLate = running.contains { side in
                side.board.read { $0.ringing.map { now - $0.lastStep > .milliseconds(150) } ?? false }
            }
            if round >= 20, !isLate { return }
            await Task.yield()
        }
    }

    /// Lets time pass.
    func wait(_ duration: Duration, each: () -> Void = {}) async throws {
        let end = clock.now() + duration
        try await until("the time", within: duration + .seconds(1), each: each) { clock.now() >= end }
    }
}

extension ExtensionNumber {
    /// A number that is known to be one.
    fileprivate init(unchecked text: String) {
        guard let number = try? ExtensionNumber(text) else { preconditionFailure("\(text) is no extension") }
        self = number
    }
}

extension OriginateOrder {
    /// A channel variable.
    subscript(_ name: String) -> String? { variables.first { $0.name == name }?.value }

    /// The name under which the dialplan knows it.
    var call: String { self["WAKE_CALL"] ?? "" }
}

extension MemoryAsterisk {
    /// The dialplan says that somebody took a call, and pressed a key.
    func say(_ word: String, of order: OriginateOrder) {
        let fields = [
            AMIField("Event", "UserEvent"), AMIField("UserEvent", "WakeUp"), AMIField("Call", order.call),
            AMIField("Word", word),
        ]
        tell(AMIEvent(AMIMessage(fields)))
    }

    /// A call's channel ends.
    func end(_ order: OriginateOrder) {
        tell(
            .channelEnded(
                ChannelEnd(
                    channel: ChannelFacts(channel: "Local/x", id: order.callID, callID: "1", state: .up), cause: 16)))
    }
}
