import LabKit
import Testing
import Vocabulary

extension LabTests.HotelTests {
    /// Phones that move, and conversations that outlive their servers.
    @Suite struct HotelLifeTests {
        @Test
        func `a phone that moved is reached at the other node by the next call, though its old contact still answers`()
            async throws
        {
            let hotel = try await OpenHotel.whole()
            let secondary = hotel.lab.addresses.fromPhones(.secondary)
            hotel.desk.shun(hotel.lab.addresses.fromPhones(.primary))
            try await LabWaiting.until("the desk at the Secondary", within: .seconds(20)) {
                hotel.desk.registrar == secondary && hotel.desk.isRegistered(at: secondary)
            }
            for caller in [hotel.office, hotel.room] {
                let reached = try await LabReach.calling(hotel.desk, from: caller)
                #expect(reached.failed == 0)
                Measures.note("the desk moved: \(caller.number) calls it: \(reached)")
                try await LabConversation(answering: hotel.desk, calledBy: caller).end()
            }
            hotel.desk.shun(nil)
            try await hotel.awaitHome()
            for caller in [hotel.office, hotel.room] {
                let reached = try await LabReach.calling(hotel.desk, from: caller)
                #expect(reached.failed == 0)
                try await LabConversation(answering: hotel.desk, calledBy: caller).end()
            }
        }

        @Test func `two phones that reach each other speak on when both Asterisks are killed`() async throws {
            let hotel = try await OpenHotel.whole()
            let kept = [
                try await LabConversation(from: hotel.desk, to: hotel.room),
                try await LabConversation(from: hotel.rooms[1], to: hotel.rooms[2]),
                try await LabConversation(from: hotel.staff[1], to: hotel.office),
            ]
            try await hotel.awaitDirect(calls: 2, at: .primary)
            try await hotel.awaitDirect(calls: 2, at: .secondary)
            for mode in Mode.allCases {
                try await hotel.lab.inflict(.asteriskDead(mode))
                // Whatever was still under way from a server has arrived long since.
                try await LabWaiting.pass(.seconds(2))
                for conversation in kept { try await conversation.hear() }
            }
            for conversation in kept {
                try await conversation.caller.hangUp()
                try await conversation.called.hangUp()
                try await conversation.called.awaitIdle()
            }
        }
    }
}
