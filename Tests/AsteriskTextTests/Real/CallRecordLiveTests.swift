import AsteriskTestKit
import AsteriskText
import HotelLogic
import MariaStore
import MariaTestKit
import Ports
import Testing
import Vocabulary
import Wire

/// Calls through a real Asterisk with rendered files, written down by the daemon's service in a real MariaDB.
@Suite(.serialized, .throwawayServer) struct CallRecordLiveTests {
    @Test func `calls are written down with who, where and by what trunk, also those the daemon slept through`()
        async throws
    {
        try await TestHouse.with { house in
            let live = try LiveCalls(house)
            try await house.put(.roomClass(try RoomNumber("101")), "2")
            try await live.daemon {
                #expect(try await house.call(from: "1001", to: "9234567") == "ANSWER 16")
                try await live.records("the first call") { !$0.isEmpty }
            }
            // Nobody reads now, and Asterisk goes on.
            #expect(try await house.call(from: "2001", to: "2002") == "BUSY 17")
            #expect(try await house.call(from: "1001", to: "2001") == "ANSWER 16")
            #expect(try await house.call(from: "1111", to: "49301234567") == "ANSWER 16")
            try await house.mark(hop: "primary", purpose: "call", caller: "2001")
            #expect(try await house.call(from: "0000", to: "1001") == "ANSWER 16")
            let lines = try await house.lines(5, of: CallFiles.recordFile, holding: "world-1")
            try await live.daemon {
                let calls = try await live.records("all calls") { $0.count >= lines.count }
                #expect(calls.count == lines.count)
                #expect(calls.map(\.sequence) == (1...UInt64(calls.count)).map { $0 })
                func found(_ holds: (CallReport) -> Bool) -> Bool { calls.contains(where: holds) }
                #expect(
                    found {
                        $0.direction == .outbound && $0.calling == "1001" && $0.room == "101" && $0.trunk == "carrier"
                            && $0.dialled == "234567" && $0.outcome == .answered && $0.callID.hasPrefix("node-")
                    }, "\(calls)")
                #expect(found { $0.calling == "2001" && $0.called == "2002" && $0.outcome == .busy }, "\(calls)")
                #expect(
                    found {
                        $0.direction == .internal && $0.calling == "1001" && $0.called == "2001"
                            && $0.outcome == .answered
                    }, "\(calls)")
                #expect(found { $0.direction == .inbound && $0.trunk == "carrier" && $0.room == nil }, "\(calls)")
                #expect(found { $0.direction == .peer && $0.callID == "world-1" && $0.calling == "2001" }, "\(calls)")
                try await live.open("no leg open") { $0.open.isEmpty && $0.linesRefused == 0 }
            }
            await live.store.close()
        }
    }

    @Test func `an Asterisk that is killed in mid call leaves exactly one interrupted record`() async throws {
        try await TestHouse.with { plan in
            plan.guestDefaults.ringSeconds = 60
        } _: { house in
            let live = try LiveCalls(house)
            try await live.daemon {
                #expect(try await house.call(from: "1001", to: "2001") == "ANSWER 16")
                try await live.records("the call that ended well") { $0.count == 1 }
                try await house.dial(from: "1001", to: "1002")
                try await live.open("both legs") { reading in
                    reading.open.contains { $0.callID != nil } && reading.open.contains { $0.callID == nil }
                }
                house.node.endAtOnce()
            }
            // Daemon and Asterisk died together; both begin anew.
            try await house.node.start()
            try await live.daemon {
                let calls = try await live.records("the call that died") { $0.count == 2 }
                let dead = try #require(calls.last)
                #expect(dead.outcome == .interrupted && dead.calling == "1001" && dead.called == "1002")
                #expect(dead.room == "101" && dead.direction == .internal && dead.answeredAt == nil)
                try await live.open("no leg open") { $0.open.isEmpty && $0.recordsInterrupted == 1 }
                // Another death, without a call, adds nothing.
                house.node.endAtOnce()
                try await house.node.start()
                #expect(try await house.call(from: "2001", to: "2002") == "BUSY 17")
                let after = try await live.records("the call after") { $0.count >= 3 }
                #expect(after.filter { $0.outcome == .interrupted }.count == 1)
            }
            await live.store.close()
        }
    }
}
