import LabKit
import Testing
import Vocabulary

extension LabTests.HotelTests {
    /// Calls while everything works.
    @Suite struct HotelCallTests {
        @Test func `staff and rooms speak across the trunk, also those behind the gateway`() async throws {
            let hotel = try await OpenHotel.whole()
            try await LabConversation(from: hotel.desk, to: hotel.room).end()
            try await LabConversation(from: hotel.room, to: hotel.desk).end()
            try await LabConversation(from: hotel.room, dialling: "0", to: hotel.desk).end()
            try await LabConversation(from: hotel.room, to: hotel.rooms[1]).end()
            try await LabConversation(from: hotel.desk, to: hotel.office).end()
            for (number, room) in LabHotel.analogRooms {
                try await LabConversation(from: hotel.desk, dialling: number, to: hotel.gateway).end()
                try await hotel.gateway.dial(
                    "101", from: number, at: hotel.lab.addresses.fromPhones(.secondary))
                let call = try await hotel.desk.awaitIncoming()
                #expect(call.peer.contains(room))
                try await LabConversation(answering: hotel.desk, calledBy: hotel.gateway).end()
            }
        }

        @Test func `calls outside are heard both ways, by either node's line`() async throws {
            let hotel = try await OpenHotel.whole()
            try await hotel.hearOutside(hotel.desk, "95551001", by: hotel.cloudLine, as: "5551001")
            try await hotel.hotel.setClass(2, of: "2001")
            try await hotel.hearOutside(hotel.room, "95551002", by: hotel.siteLine, as: "5551002")
        }
    }
}
