import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// What happened long ago is let go.
struct HistoryServiceTests {
    private let store = MemoryGuestStore()
    private let board = NodeBoard(mode: .secondary)
    private let clock = MemoryClock()

    private var service: HistoryService {
        HistoryService(
            store: store, board: board, clock: clock, age: .seconds(86_400 * 30), logger: RunningService.quietLogger)
    }

    private func record(_ node: Mode, daysAgo days: Int64) -> StayRecord {
        StayRecord(
            StayLine(.housekeeping), node: node,
            at: WallTime(microseconds: clock.wallTime().rawValue - days * 86_400_000_000), author: .system)
    }

    @Test func `old lines of this node go, the newest and those of the other stay`() async throws {
        let (old, others, newest) = (
            record(.secondary, daysAgo: 31), record(.primary, daysAgo: 99), record(.secondary, daysAgo: 40)
        )
        store.withState { $0.records = [old, others, newest] }
        #expect(await !service.look(), "not before the database is prepared")
        board.change { ($0.isPrepared, $0.isDatabaseUp) = (true, true) }
        #expect(await service.look())
        #expect(store.withState { $0.records } == [others, newest])
        store.withState { $0.failure = .unavailable(words: "gone") }
        #expect(await !service.look())
    }
}
