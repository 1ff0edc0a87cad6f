import LabKit
import Testing
import Vocabulary

/// One part of the Secondary is dead, and the rest of it lives.
extension LabTests.WakeUpTests {
    /// How much later than it may the other node rings at the latest.
    private static let margin = Duration.seconds(10)

    @Test func `only the Secondary's daemon is dead: the Primary wakes the guest over the trunk, after the grace`()
        async throws
    {
        let hotel = try await OpenHotel.whole()
        let room = hotel.rooms[0]
        try await hotel.receive("Ada Lovelace", in: "201")
        let (calls, before) = (room.state.endings, try await hotel.lines(of: "answered", at: .primary))
        let due = try await hotel.wake("201", after: .seconds(6))
        try await hotel.lab.inflict(.daemonDead(.secondary))
        let call = try await room.awaitIncoming(within: .seconds(6) + OpenHotel.grace + Self.margin)
        let passed = due.passed
        Measures.note("only the Secondary's daemon is dead: the Primary woke room 201 after its due time by", passed)
        #expect(passed >= OpenHotel.grace && passed < OpenHotel.grace + Self.margin)
        #expect(call.account.hasSuffix("@\(hotel.hotel.home(of: room))"), "by the Secondary's Asterisk, over the trunk")
        try await hotel.takeWakeUp(room)
        try await hotel.awaitEnd(of: "answered", times: before + 1, at: .primary)
        try await hotel.lab.heal(.daemonDead(.secondary))
        try await awaitOnce(hotel, room, calls + 1, before + 1)
    }

    @Test func `only the Secondary's Asterisk is dead: the Primary wakes the guest at the due time`() async throws {
        let hotel = try await OpenHotel.whole()
        let (room, primary) = (hotel.rooms[0], hotel.lab.addresses.fromPhones(.primary))
        try await hotel.receive("Ada Lovelace", in: "201")
        let (calls, before) = (room.state.endings, try await hotel.lines(of: "answered", at: .primary))
        let due = try await hotel.wake("201", after: .seconds(14))
        try await hotel.lab.inflict(.asteriskDead(.secondary))
        // The phone finds the Primary by itself.
        try await room.awaitRegistered(at: primary)
        let call = try await room.awaitIncoming(within: .seconds(14) + OpenHotel.grace)
        let passed = due.passed
        Measures.note("only the Secondary's Asterisk is dead: the Primary woke room 201 after its due time by", passed)
        #expect(passed >= .zero && passed < Self.margin, "nobody waits for one who says that it cannot")
        #expect(call.account.hasSuffix("@\(primary)"))
        try await hotel.takeWakeUp(room)
        try await hotel.awaitEnd(of: "answered", times: before + 1, at: .primary)
        try await hotel.lab.heal(.asteriskDead(.secondary))
        try await awaitOnce(hotel, room, calls + 1, before + 1)
    }

    @Test func `the Secondary's Asterisk dies while a room rings: the Primary wakes the guest`() async throws {
        let hotel = try await OpenHotel.whole()
        let (room, primary) = (hotel.rooms[1], hotel.lab.addresses.fromPhones(.primary))
        try await hotel.receive("Charles Babbage", in: "202")
        let before = try await hotel.lines(of: "answered", at: .primary)
        let due = try await hotel.wake("202", after: .seconds(5))
        try await room.awaitIncoming(within: .seconds(20))
        try await hotel.lab.inflict(.asteriskDead(.secondary))
        // Whoever lifts the receiver now hears nobody, and hangs up.
        try await room.hangUp()
        try await room.awaitIdle()
        let calls = room.state.endings
        try await room.awaitRegistered(at: primary)
        try await room.awaitIncoming(within: OpenHotel.grace)
        let passed = due.passed
        Measures.note("the Secondary's Asterisk died while room 202 rang: the Primary woke it after that time", passed)
        #expect(passed < OpenHotel.grace)
        try await hotel.takeWakeUp(room)
        try await hotel.awaitEnd(of: "answered", times: before + 1, at: .primary)
        try await hotel.lab.heal(.asteriskDead(.secondary))
        try await awaitOnce(hotel, room, calls + 1, before + 1)
    }

    /// Everything is whole and at home again, and nobody was called once more.
    private func awaitOnce(_ hotel: OpenHotel, _ room: LabPhone, _ calls: Int, _ answered: Int) async throws {
        try await hotel.awaitHome()
        try await hotel.awaitSame()
        try await hotel.awaitNothingDue()
        #expect(room.state.endings == calls && room.state.calls.isEmpty, "it rang once")
        #expect(try await hotel.lines(of: "answered", at: .secondary) == answered)
    }
}
