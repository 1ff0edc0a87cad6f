import AsteriskTestKit
import AsteriskText
import Testing
import Vocabulary

/// Which phones ring, for how long, and one after another or at once.
@Suite(.serialized) struct RingingTests {
    @Test func `two phones of one extension both ring, and either may answer`() async throws {
        try await TestHouse.with(
            { $0.guestDefaults.ringSeconds = 20 }, seconds: [(number: "1002", deed: "late")]
        ) { house in
            let outcome = try await house.call(from: "2001", to: "1002")
            #expect(outcome == "ANSWER 16")
            #expect(try await house.noted("answered", "1002") == "2001/Front desk")
            #expect(try await house.noted("answered", "late1002") == "2001/Front desk")
        }
    }

    @Test func `a ring group in turn goes on to the next, and stops at the first that answers`() async throws {
        try await TestHouse.with { plan in
            let numbers = try ["2002", "1002", "1001"].map { try SampleHouse.number($0) }
            plan.ringGroups = [
                RingGroup(
                    number: try SampleHouse.number("600"), name: "Up", strategy: .inTurn, ringSeconds: 2,
                    members: numbers),
                RingGroup(
                    number: try SampleHouse.number("601"), name: "Down", strategy: .inTurn, ringSeconds: 2,
                    members: numbers.reversed()),
            ]
        } _: { house in
            #expect(try await house.call(from: "2001", to: "600") == "ANSWER 16")
            for number in ["2002", "1002", "1001"] {
                #expect(try await house.noted("answered", number) != nil, "\(number) was passed over")
            }
            _ = try await house.world.command("database deltree answered")
            #expect(try await house.call(from: "2001", to: "601") == "ANSWER 16")
            #expect(try await house.noted("answered", "1001") != nil)
            for number in ["1002", "2002"] {
                #expect(try await house.noted("answered", number) == nil, "\(number) rang beside the first")
            }
        }
    }

    @Test func `a room whose box is closed rings on where that is set, and the desk is left alone`() async throws {
        try await TestHouse.with { plan in
            plan.voicemail.closedBox = .ringOn
            plan.guestDefaults.ringSeconds = 3
        } _: { house in
            try await house.dial(from: "1001", to: "1002")
            for time in ["at first", "after the time that a room rings"] {
                #expect(try await house.world.shows("Value: 101/Guest", in: "database get answered 1002"), "\(time)")
                _ = try await house.world.command("database del answered 1002")
            }
            #expect(try await !house.node.command("core show channels").contains("VoiceMail"))
            #expect(try await house.noted("answered", "2001") == nil)
            _ = try await house.world.command("channel request hangup all")
            #expect(try await house.node.shows("0 active channels", in: "core show channels"))
            #expect(try await house.noted("answered", "2001") == nil)
        }
    }
}
