import ReplicaLogic
import SeededTestKit
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

    @Test func `a cut batch moves the cursor to its last entry at most`() {
        var window = ShippingWindow(cursor: at(10))
        #expect(window.cursor(after: batch([11, 12], isCut: true), settled: at(40)) == at(12))
        window.committed(batch([11, 12], isCut: true), settled: at(40))
        #expect(window.cursor == at(12) && window.applied.isEmpty)
        window.committed(batch([13, 44]), settled: at(40))
        #expect(window.cursor == at(40) && window.applied == [at(44)])
    }

    @Test func `the cursor stays below what is not settled, and never goes back`() {
        var window = ShippingWindow(cursor: at(10))
        window.committed(batch([11, 12, 13]), settled: at(11))
        #expect(window.cursor == at(11) && window.highest == at(13))
        window.committed(batch([]), settled: at(5))
        #expect(window.cursor == at(11))
        #expect(window.cursor(after: batch([]), settled: .start) == at(11))
    }

    @Test func `what was settled once stays settled, though a restarted source does not know it yet`() {
        var window = ShippingWindow(cursor: at(10))
        window.committed(batch([11], isCut: true), settled: at(30))
        #expect(window.cursor(after: batch([12]), settled: .start) == at(30))
    }

    @Test func `a window that a batch cannot get through is stepped over, and read again once it settles`() {
        var window = ShippingWindow(cursor: at(10))
        var feed: Set<UInt64> = [11, 12, 14]
        window.committed(read(feed, window, limit: 3), settled: at(10))
        feed.formUnion([20, 21])
        let stalled = read(feed, window, limit: 3)
        #expect(window.news(in: stalled).isEmpty && stalled.isCut)
        window.committed(stalled, settled: at(10))
        #expect(window.readFrom == at(14), "new entries do not wait behind old ones")
        feed.insert(13)
        let next = read(feed, window, limit: 3)
        window.committed(next, settled: at(19))
        #expect(window.cursor == at(10), "behind the window nothing is proved about what lies in it")
        #expect(window.readFrom == at(10), "the window settled, and is read from its beginning")
        #expect(window.news(in: read(feed, window, limit: 10)).map(\.position) == [at(13)])
    }

    @Test func `more is not remembered than the limit, and what is beyond is applied again`() {
        var window = ShippingWindow(cursor: .start)
        let most = UInt64(ShippingWindow.rememberedMax)
        window.committed(batch(Array(1...most + 2)), settled: .start)
        #expect(window.applied.count == ShippingWindow.rememberedMax)
        #expect(window.news(in: batch([1, most, most + 1, most + 2])).map(\.position) == [at(most + 1), at(most + 2)])
    }

    @Test func `only what the source wrote itself counts as its reach`() {
        func row(_ position: UInt64, _ node: Mode) -> FeedRow {
            FeedRow(position: at(position), stamp: Stamps.stamp(node, clock: position), key: [], image: nil)
        }
        var window = ShippingWindow(cursor: .start, source: .primary)
        window.committed(FeedBatch(rows: [row(4, .primary), row(5, .secondary)], isCut: false), settled: at(9))
        #expect(window.highest == at(5) && window.highestRow == at(4) && window.cursor == at(9))
        window.restart()
        #expect(window == ShippingWindow(cursor: .start, source: .primary))
    }

    @Test(arguments: UInt64(1)...20) func `no entry is passed over, in whatever order they appear`(seed: UInt64) {
        var random = Seeded(seed: seed)
        var window = ShippingWindow(cursor: .start)
        var (open, feed, applied): ([UInt64], Set<UInt64>, Set<FeedPosition>) = ([], [], [])
        for position in UInt64(1)...2_000 {
            open.append(position)
            while open.count > 1, Bool.random(using: &random) {
                // Any of those under way ends: it commits, or was rolled back and leaves its number unused.
                let ended = open.remove(at: Int.random(in: 0..<open.count, using: &random))
                if UInt64.random(in: 0..<8, using: &random) > 0 { feed.insert(ended) }
            }
            guard UInt64.random(in: 0..<4, using: &random) == 0 else { continue }
            let settled = Bool.random(using: &random) ? (open.min() ?? position + 1) - 1 : 0
            let next = read(feed, window, limit: Int.random(in: 1...40, using: &random))
            applied.formUnion(window.news(in: next).map(\.position))
            window.committed(next, settled: at(settled))
            let passed = feed.filter { $0 <= window.cursor.rawValue && !applied.contains(at($0)) }
            #expect(passed.isEmpty, "the cursor at \(window.cursor.rawValue) passed over \(passed)")
        }
        feed.formUnion(open)
        for _ in 0..<4_000 where window.cursor < at(2_000) {
            let next = read(feed, window, limit: 7)
            applied.formUnion(window.news(in: next).map(\.position))
            window.committed(next, settled: at(2_000))
        }
        #expect(window.cursor == at(2_000) && applied == Set(feed.map(at)))
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
