import HotelLogic
import Ports
import ReplicaLogic
import Vocabulary

extension GuestDesk {
    package func localTime() async -> LocalTime { zone.localTime(at: clock.wallTime()) }

    package func rooms() async throws(GuestFailure) -> GuestList<GuestRoomReport> {
        let reading = try await store.guests()
        return list(reading, GuestRoomReport.all(in: reading.house))
    }

    package func stays(in room: RoomNumber?) async throws(GuestFailure) -> GuestList<StayReport> {
        let reading = try await store.guests()
        if let room, reading.house.rooms[room] == nil { throw .stay(.unknownRoom(room)) }
        let stays = reading.house.stays.values.filter { room == nil || $0.room == room }
            .sorted { ($0.room, $0.arrivedAt, $0.id) < ($1.room, $1.arrivedAt, $1.id) }
        return list(reading, stays.map { StayReport($0, in: zone) })
    }

    package func history(_ query: StayHistoryQuery) async throws(GuestFailure) -> [StayHistoryReport] {
        try await store.history(query).map { StayHistoryReport($0, in: zone) }
    }

    package func wakeUps(_ query: WakeUpQuery) async throws(GuestFailure) -> GuestList<WakeUpReport> {
        let reading = try await store.guests()
        if let room = query.room, reading.house.rooms[room] == nil {
            throw .wakeUps(WakeUpRefusal([.unknownRoom(room)]))
        }
        return list(reading, query.answer(from: reading.book, in: zone))
    }

    private func list<Line>(_ reading: GuestReading, _ lines: [Line]) -> GuestList<Line> {
        let isCopy = reading.owner != reading.node
        return GuestList(
            owner: reading.owner, isCopy: isCopy, ageSeconds: isCopy ? copyAge : nil, lines: lines)
    }

    /// How long ago this node last knew that it held everything the owner had; nil where it never did.
    private var copyAge: Double? {
        let content = board.now
        let moments = GuestItems.told.filter { name in content.items.contains { $0.name == name && $0.isEnabled } }
            .map { content.standings[$0]?.currentAt }
        guard !moments.isEmpty, !moments.contains(nil), let oldest = moments.compactMap({ $0 }).min() else {
            return nil
        }
        return (clock.now() - oldest).inSeconds
    }
}
