import HotelLogic
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// From a line of Asterisk's to a record of the house.
@Suite struct CallEntryTests {
    private func record(
        _ channel: String, to other: String, _ disposition: String = "ANSWERED", trunk: String = "",
        destination: String = "202", callID: String = "c-1", caller: String = "1001", room: String = "101"
    ) throws -> CallEntry {
        let text = [
            callID, "u-1", "l-1", "101", destination, "numbers", channel, other, "100.5",
            disposition == "ANSWERED" ? "103.25" : "0.000000", "110.75", "10", "7", disposition, "", trunk, room,
            caller, "4",
        ].map { "\"\($0)\"" }.joined(separator: ",")
        return CallEntry(try CallRecord(line: Array(text.utf8)[...]))
    }

    @Test(arguments: [
        ("PJSIP/1001-1", "PJSIP/202-2", "", "internal", "202", nil),
        ("PJSIP/1001-1", "PJSIP/trunk-city-2", "city", "outbound", "0301", "city"),
        ("PJSIP/1001-1", "", "city", "outbound", "0301", "city"),
        ("PJSIP/trunk-city-2", "PJSIP/202-2", "city", "inbound", "202", "city"),
        ("PJSIP/trunk-my-city-2", "PJSIP/comxfailoverconnecter-3", "my-city", "inbound", "0301", "my-city"),
        ("PJSIP/1001-1", "PJSIP/comxfailoverconnecter-3", "city", "peer", "0301", nil),
        ("PJSIP/comxfailoverconnecter-3", "PJSIP/202-2", "", "peer", "202", nil),
        ("PJSIP/comxfailoverconnecter-3", "PJSIP/trunk-city-2", "city", "outbound", "0301", "city"),
        ("PJSIP/gateway-attic-1", "PJSIP/gateway-attic-2", "", "internal", "0301", nil),
        ("PJSIP/1001-1", "", "", "internal", "0301", nil), ("odd", "", "", "internal", "0301", nil),
    ])
    func `the sides of a leg tell between whom it was`(
        channel: String, other: String, trunk: String, direction: String, called: String, shown: String?
    ) throws {
        let entry = try record(channel, to: other, trunk: trunk, destination: "0301")
        #expect(entry.direction.rawValue == direction)
        #expect(entry.called == called)
        #expect(entry.trunk == shown)
    }

    @Test func `a record keeps its moments, and who called`() throws {
        let entry = try record("PJSIP/1001-1", to: "PJSIP/202-2")
        #expect(entry.leg.text == "u-1#4")
        #expect(entry.calling == "1001" && entry.room == "101" && entry.callID == "c-1")
        #expect(entry.ringing == .milliseconds(2_750) && entry.talking == .milliseconds(7_500))
        #expect(try record("PJSIP/1001-1", to: "", callID: "", caller: "").callID == "l-1")
        #expect(try record("PJSIP/trunk-x-1", to: "", caller: "", room: "").calling == "101")
        #expect(try record("PJSIP/trunk-x-1", to: "", caller: "", room: "").room == nil)
    }

    @Test(arguments: [
        ("ANSWERED", CallEntry.Outcome.answered), ("BUSY", .busy), ("NO ANSWER", .noAnswer), ("FAILED", .failed),
        ("CONGESTION", .failed),
    ])
    func `what became of it is one of the house's words`(word: String, outcome: CallEntry.Outcome) throws {
        let entry = try record("PJSIP/1001-1", to: "", word)
        #expect(entry.outcome == outcome)
        #expect(entry.talking == (outcome == .answered ? .milliseconds(7_500) : .zero))
    }

    @Test func `an interrupted call ends when Asterisk was last seen alive`() throws {
        var leg = OpenLeg(
            uniqueID: "u-1", linkedID: "l-1", channel: "PJSIP/1001-1", source: "101", destination: "9301",
            started: WallTime(microseconds: 100), answered: WallTime(microseconds: 200))
        leg.callID = "c-1"
        leg.caller = "1001"
        leg.room = "101"
        leg.trunk = "city"
        let other = OpenLeg(
            uniqueID: "u-2", linkedID: "l-1", channel: "PJSIP/trunk-city-2", source: "", destination: "",
            started: WallTime(microseconds: 110))
        let entry = CallEntry(interrupted: leg, other: other, aliveAt: WallTime(microseconds: 900))
        #expect(entry.outcome == .interrupted && entry.direction == .outbound && entry.trunk == "city")
        #expect(entry.callID == "c-1" && entry.calling == "1001" && entry.room == "101" && entry.called == "9301")
        #expect(entry.endedAt == WallTime(microseconds: 900) && entry.leg.text == "u-1#interrupted")
        let early = CallEntry(interrupted: leg, other: nil, aliveAt: WallTime(microseconds: 50))
        #expect(early.endedAt == WallTime(microseconds: 200), "it was answered after that")
        leg.ended = WallTime(microseconds: 700)
        #expect(
            CallEntry(interrupted: leg, other: nil, aliveAt: WallTime(microseconds: 900)).endedAt
                == WallTime(microseconds: 700))
    }

    @Test func `whatever stands in a line fits its column`() throws {
        let long = String(repeating: "ü", count: 300)
        let entry = CallEntry(
            leg: .init(uniqueID: long, number: long), callID: long, direction: .internal, calling: long,
            dialled: "a\u{0}b\u{7F}", called: long, room: long, trunk: long,
            startedAt: WallTime(microseconds: 100), answeredAt: WallTime(microseconds: 90),
            endedAt: WallTime(microseconds: 50), outcome: .answered, accountCode: long)
        #expect(entry.leg.text.utf8.count <= CallEntry.Leg.lengthMax && entry.leg.text.allSatisfy(\.isASCII))
        #expect(entry.callID == String(repeating: "?", count: 64))
        #expect(entry.calling.count == 40 && entry.dialled == "ab" && entry.room?.utf8.count == 16)
        #expect(entry.trunk?.count == 60 && entry.accountCode?.count == 20)
        #expect(entry.endedAt == WallTime(microseconds: 100) && entry.answeredAt == entry.startedAt)
    }
}
