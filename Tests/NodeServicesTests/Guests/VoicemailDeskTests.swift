import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Voicemail and lamps after stays, on one node.
struct VoicemailDeskTests {
    private let asterisk = MemoryAsterisk()
    private let voicemail = MemoryVoicemail()
    private let store = MemoryBoxStore()
    private let board = NodeBoard(mode: .secondary)
    private let clock = HastyClock()
    private let box, other: ExtensionNumber
    private let service: VoicemailService

    init() throws {
        (box, other) = (try ExtensionNumber("1101"), try ExtensionNumber("1102"))
        service = VoicemailService(
            asterisk: asterisk, voicemail: voicemail, store: store, board: board, clock: clock,
            logger: RunningService.quietLogger)
    }

    private func order(
        _ sequence: UInt64, of other: ExtensionNumber? = nil, to target: ExtensionNumber? = nil, at second: Int64 = 100
    ) -> BoxOrder {
        BoxOrder(
            node: .secondary, incarnation: Incarnation(rawValue: 7), sequence: sequence, box: other ?? box,
            target: target,
            at: WallTime(microseconds: second * 1_000_000))
    }

    private func at(_ second: Int64) -> WallTime { WallTime(microseconds: second * 1_000_000) }

    @Test func `a box is emptied once, and its phones are told`() async {
        voicemail.withState { [box] in $0.boxes[box] = [WallTime(microseconds: 5), WallTime(microseconds: .max)] }
        store.withState { [order = order(3)] in $0.orders = [order] }
        var desk = VoicemailDesk(service: service)
        await desk.look()
        #expect(voicemail.messages(in: box) == [WallTime(microseconds: .max)])
        #expect(store.withState { $0.orders.isEmpty })
        #expect(asterisk.refreshed == ["1101@guests"])
        await desk.look()
        #expect(asterisk.refreshed.count == 1)
    }

    @Test func `messages go along with a guest who moves, after the new box was emptied`() async {
        voicemail.withState { [box, other, at] in
            $0.boxes[box] = [at(50)]
            $0.boxes[other] = [at(20)]
        }
        let first = BoxOrder(
            node: .secondary, incarnation: Incarnation(rawValue: 7), sequence: 1, box: other, target: nil, at: at(100))
        store.withState { [orders = [first, order(2, to: other), order(3)]] in $0.orders = orders }
        var desk = VoicemailDesk(service: service)
        await desk.look()
        #expect(voicemail.messages(in: other) == [at(50)])
        #expect(voicemail.messages(in: box) == [])
    }

    @Test func `messages join those of a box that others use, and phones of both rooms are told`() async {
        voicemail.withState { [box, other, at] in
            $0.boxes[box] = [at(50)]
            $0.boxes[other] = [at(20)]
        }
        store.withState { [orders = [order(1, to: other), order(2)]] in $0.orders = orders }
        var desk = VoicemailDesk(service: service)
        await desk.look()
        #expect(voicemail.messages(in: other) == [at(20), at(50)] && voicemail.messages(in: box) == [])
        #expect(store.withState { $0.orders.isEmpty })
        #expect(asterisk.refreshed == ["1101@guests", "1102@guests"])
    }

    @Test func `a box that cannot be emptied is warned of and tried again, and Asterisk that is away is told later`()
        async
    {
        voicemail.withState { [box, at] state in
            state.boxes[box] = [at(1)]
            state.failure = VoicemailFailure(words: "cannot remove it: Permission denied")
        }
        store.withState { [order = order(3)] in $0.orders = [order] }
        asterisk.become(.unreachable("connection refused"))
        var desk = VoicemailDesk(service: service)
        await desk.look()
        #expect(board.read { $0.warnings["voicemail"] }?.contains("may still be in box 1101: cannot remove it") == true)
        #expect(store.withState { $0.orders.count } == 1)
        voicemail.withState { $0.failure = nil }
        clock.advance(by: VoicemailDesk.lookAgainEvery)
        await desk.look()
        #expect(board.read { $0.warnings["voicemail"] } == nil)
        #expect(store.withState { $0.orders.isEmpty } && asterisk.refreshed.isEmpty)
        asterisk.become(.running)
        await desk.look()
        #expect(asterisk.refreshed == ["1101@guests"])
    }

    @Test func `a box that cannot be emptied holds up its own orders alone, and those that bring it messages`()
        async throws
    {
        let third = try ExtensionNumber("1103")
        voicemail.withState { [box, other, at] state in
            for number in [box, other, third] { state.boxes[number] = [at(1)] }
            state.stuck[box] = VoicemailFailure(words: "cannot remove it: Permission denied")
        }
        let orders = [
            order(1), order(2, of: other, to: box), order(3, of: other), order(4, of: third), order(5, to: third),
        ]
        store.withState { $0.orders = orders }
        var desk = VoicemailDesk(service: service)
        await desk.look()
        #expect(store.withState { $0.orders.map(\.sequence) } == [1, 2, 3, 5])
        #expect(voicemail.messages(in: third) == [] && voicemail.messages(in: other) == [at(1)])
        #expect(board.read { $0.warnings["voicemail"] }?.contains("box 1101: cannot remove it") == true)
        voicemail.withState { $0.stuck = [:] }
        clock.advance(by: VoicemailDesk.lookAgainEvery)
        await desk.look()
        #expect(store.withState { $0.orders.isEmpty } && board.read { $0.warnings["voicemail"] } == nil)
        #expect(voicemail.messages(in: third) == [at(1)], "what was moved to the former guest's box went on with it")
    }

    @Test func `lamps become what the tables say, and phones are told once`() async {
        voicemail.withState { [other] in $0.lamps = [other] }
        store.withState { [box] in $0.lamps = [box] }
        var desk = VoicemailDesk(service: service)
        await desk.look()
        #expect(voicemail.lit == [box])
        #expect(asterisk.refreshed == ["1101@lamp", "1102@lamp"])
        clock.advance(by: VoicemailDesk.lookAgainEvery)
        await desk.look()
        #expect(asterisk.refreshed.count == 2)
    }

    @Test func `a lamp that is set again is told again`() async throws {
        store.withState { [box] in $0.lamps = [box] }
        var desk = VoicemailDesk(service: service)
        await desk.look()
        let room = try RoomNumber("101")
        var reading = GuestReading(node: .secondary, owner: .secondary, epoch: .first(of: .guest))
        reading.house.rooms[room] = GuestRoom(numbers: [box])
        var decision = GuestDecision()
        decision.stay.effects = [.lamp(room, isOn: true)]
        service.kept(GuestOutcome(reading: reading, decision: decision, position: nil))
        await desk.look()
        #expect(asterisk.refreshed == ["1101@lamp", "1101@lamp"])
    }

    @Test func `a database that is away changes nothing`() async {
        voicemail.withState { [box] in $0.lamps = [box] }
        store.withState { $0.failure = .unavailable(words: "gone") }
        var desk = VoicemailDesk(service: service)
        await desk.look()
        #expect(voicemail.lit == [box])
    }
}

extension MemoryAsterisk {
    /// The boxes that it looked at again, in their order: `1101@guests`.
    fileprivate var refreshed: [String] {
        deeds.compactMap { deed in
            guard case .refreshVoicemail(let mailbox, let context) = deed else { return nil }
            return "\(mailbox)@\(context)"
        }
    }
}
