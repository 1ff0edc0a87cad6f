import LabKit
import Testing
import Vocabulary

extension LabTests {
    @Suite struct HotelTests {
        @Test func `daemons write what Asterisk runs with, and a room and the desk speak across the trunk`()
            async throws
        {
            try await Lab.running(.rendered()) { lab in
                let hotel = LabHotel(lab)
                try await hotel.open()
                let desk = try await hotel.staffPhone("101")
                let room = try await hotel.roomPhone("2001")
                for phone in [desk, room] { try await phone.awaitRegistered(at: hotel.home(of: phone)) }
                try await LabConversation(from: desk, to: room).end()
                try await LabConversation(from: room, to: desk).end()
            }
        }
    }
}
