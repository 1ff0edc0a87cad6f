import LabKit
import Testing
import Vocabulary

extension LabTests.HotelTests {
    /// After each fault, and after its way back, staff and rooms reach each other, and no call on a surviving node is
    /// cut.
    @Suite struct HotelFaultTests {
        @Test(arguments: [LabFault.hostDead(.secondary), .asteriskDead(.secondary)])
        func `without the Secondary the rooms are reached on the Primary`(fault: LabFault) async throws {
            let hotel = try await OpenHotel.whole()
            let kept = try await LabConversation(from: hotel.desk, to: hotel.office)
            try await hotel.survive(fault, keeping: [kept]) {
                // The gateway is the hotel's own: from the cloud it is heard, not called.
                try await hotel.gateway.dial(
                    "102", from: LabHotel.analogRooms[0].0, at: hotel.lab.addresses.fromPhones(.primary))
                try await LabConversation(answering: hotel.staff[1], calledBy: hotel.gateway).end()
            }
        }

        @Test(arguments: [LabFault.hostDead(.primary), .asteriskDead(.primary), .uplinkCut])
        func `without the Primary the staff is reached on the Secondary, by the carrier too`(
            fault: LabFault
        ) async throws {
            let hotel = try await OpenHotel.whole()
            let kept = try await LabConversation(from: hotel.rooms[1], to: hotel.rooms[2])
            try await hotel.survive(fault, keeping: [kept]) {
                try await LabConversation(
                    from: hotel.staff[1], dialling: LabHotel.analogRooms[1].0, to: hotel.gateway
                ).end()
                // Not the number of the site: after a call for help that one rings who called.
                async let outcome = hotel.siteLine.call(
                    "43800", at: hotel.lab.addresses.fromPhones(.secondary), lasting: .seconds(2))
                try await hotel.desk.answer()
                try await hotel.desk.awaitTone(hotel.desk.plan.tone)
                #expect(try await outcome.succeeded == 1)
                try await hotel.desk.awaitIdle()
                try await hotel.hearOutside(hotel.staff[1], "95552001", by: hotel.siteLine, as: "5552001")
            }
        }

        @Test(
            arguments: Mode.allCases.flatMap { mode in
                [LabFault.daemonDead(mode), .daemonFrozen(mode), .databaseDead(mode), .databaseFrozen(mode)]
            })
        func `calls do not notice`(fault: LabFault) async throws {
            let hotel = try await OpenHotel.whole()
            let kept = try await LabConversation(from: hotel.desk, to: hotel.rooms[2])
            let reached = try await hotel.survive(fault, keeping: [kept])
            #expect(reached.allSatisfy { $0.failed == 0 })
        }

        @Test func `with the link cut each node goes on alone, and refuses at once what is beyond`() async throws {
            let hotel = try await OpenHotel.whole()
            try await hotel.surviveTheCut {
                try await hotel.hearOutside(hotel.desk, "95552002", by: hotel.cloudLine, as: "5552002")
            }
        }
    }
}
