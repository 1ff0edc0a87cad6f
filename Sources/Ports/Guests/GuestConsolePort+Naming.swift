import HotelLogic
import Vocabulary

extension GuestConsolePort {
    /// The stay that somebody means who names a room, or a stay such as `S12`. A room of that name comes first.
    package func stay(named text: String) async throws(GuestFailure) -> StayID {
        guard let room = try await room(named: text) else {
            guard let id = StayID(text) else { throw .stay(.notAStay(text)) }
            return id
        }
        let stays = try await stays(in: room).lines.map(\.stay)
        guard let first = stays.first else { throw .stay(.nobodyStays(room)) }
        guard stays.count == 1 else { throw .stay(.severalStay(room, stays)) }
        return first
    }

    /// The check-out of a room with all who are in it, or of one stay.
    package func checkOut(named text: String) async throws(GuestFailure) -> StayRequest {
        if let room = try await room(named: text) { return .checkOutRoom(room) }
        return .checkOut(try await stay(named: text))
    }

    /// nil where there is no such room; where the text could be nothing but a room, that is the answer.
    private func room(named text: String) async throws(GuestFailure) -> RoomNumber? {
        guard let room = try? RoomNumber(text) else { return nil }
        if try await rooms().lines.contains(where: { $0.room == room }) { return room }
        guard StayID(text) != nil else { throw .stay(.unknownRoom(room)) }
        return nil
    }
}
