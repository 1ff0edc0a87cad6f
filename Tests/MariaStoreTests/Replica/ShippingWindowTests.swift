import ReplicaLogic
import Testing
import Vocabulary

/// The reader's window over one table, without a server.
@Suite struct ShippingWindowTests {
    private func batch(_ positions: [UInt64], isCut: Bool = false) -> FeedBatch {
        FeedBatch(
            rows: positions.map {
                FeedRow(
                    position: FeedPosition(rawValue: $0),
                    stamp: RowStamp(version: Version(epoch: Epoch(rawValue: 2), clock: $0, node: .primary), seen: 0),
                    key: [.unsigned($0)], image: nil)
            }, isCut: isCut)
    }

    private func at(_ position: UInt64) -> FeedPosition { FeedPosition(rawValue: position) }

    /// What a feed of these positions shows a reader, cut at a limit.
    private func read(_ feed: Set<UInt64>, _ window: ShippingWindow, limit: Int) -> FeedBatch {
        let above = feed.filter { $0 > window.readFrom.rawValue }.sorted()
        return batch(Array(above.prefix(limit)), isCut: above.count > limit)
    }

    @Test func `a late commit below what was applied is met again`() {
        var window = ShippingWindow(cursor: at(10))
        window.committed(batch([11, 13]), settled: at(10))
        #expect(window.cursor == at(10))
        let next = batch([11, 12, 13])
        #expect(window.news(in: next).map(\.position) == [at(12)])
        window.committed(next, settled: at(20))
        #expect(window.cursor == at(20) && window.applied.isEmpty)
    }

    @Test func `a late commit inside a long window is met once the head has settled`() {
        let late: UInt64 = 500
        var window = ShippingWindow(cursor: .start)
        var feed = Set((1...3_000).map(UInt64.init)).subtracting([late])
        window.committed(read(feed, window, limit: 5_000), settled: at(100))
        #expect(window.readFrom == at(3_000), "new entries do not wait behind old ones")
        feed.formUnion([late, 3_001])
        var met: [FeedPosition] = []
        for _ in 0..<3 {
            let next = read(feed, window, limit: 5_000)
            met += window.news(in: next).map(\.position)
            window.committed(next, settled: at(3_001))
        }
        #expect(Set(met) == [at(late), at(3_001)])
        #expect(window.cursor == at(3_001))
    }

    @Test(arguments: [1, 7, 100, 5_000]) func `reading ends however short the batches are`(limit: Int) {
        var window = ShippingWindow(cursor: .start)
        let feed = Set((1...250).map(UInt64.init))
        var applied: Set<FeedPosition> = []
        for settled in [0, 0, 120, 120, 250, 250] as [UInt64] {
            var rounds = 0
            while true {
                let next = read(feed, window, limit: limit)
                applied.formUnion(window.news(in: next).map(\.position))
                window.committed(next, settled: at(settled))
                rounds += 1
                guard next.isCut, rounds < 2_000 else { break }
            }
            #expect(rounds < 2_000, "a pass over 250 entries ends")
        }
        #expect(applied.count == 250 && window.cursor == at(250))
    }
}
