import LabKit
import Testing
import Vocabulary

extension LabTests {
    /// The other topology, both servers on the hotel's network: calls, and the failures that differ there. One lab for
    /// all of them, too.
    @Suite(.openHotel(.premise)) struct PremiseTests {
        @Test func `staff and rooms speak both ways, also those behind the gateway`() async throws {
            let hotel = try await OpenHotel.whole()
            try await LabConversation(from: hotel.desk, to: hotel.room).end()
            try await LabConversation(from: hotel.room, to: hotel.desk).end()
            // The gateway stands beside both servers, and either reaches it.
            let analog = LabHotel.analogRooms[0].0
            for caller in [hotel.desk, hotel.room] {
                try await LabConversation(from: caller, dialling: analog, to: hotel.gateway).end()
            }
            for mode in Mode.allCases {
                try await hotel.gateway.dial("101", from: analog, at: hotel.lab.addresses.fromPhones(mode))
                try await LabConversation(answering: hotel.desk, calledBy: hotel.gateway).end()
            }
        }

        @Test func `without the Secondary everybody is reached on the Primary, and is back at home afterwards`()
            async throws
        {
            let hotel = try await OpenHotel.whole()
            let kept = try await LabConversation(from: hotel.desk, to: hotel.office)
            try await hotel.survive(.hostDead(.secondary), keeping: [kept]) {
                try await LabConversation(
                    from: hotel.rooms[1], dialling: LabHotel.analogRooms[1].0, to: hotel.gateway
                ).end()
            }
        }

        @Test func `without the Primary everybody is reached on the Secondary, and is back at home afterwards`()
            async throws
        {
            let hotel = try await OpenHotel.whole()
            let kept = try await LabConversation(from: hotel.rooms[1], to: hotel.rooms[2])
            try await hotel.survive(.hostDead(.primary), keeping: [kept]) {
                try await LabConversation(
                    from: hotel.staff[1], dialling: LabHotel.analogRooms[1].0, to: hotel.gateway
                ).end()
            }
        }

        @Test func `with the link cut each server goes on alone, and refuses at once what is beyond`() async throws {
            try await OpenHotel.whole().surviveTheCut()
        }
    }
}
