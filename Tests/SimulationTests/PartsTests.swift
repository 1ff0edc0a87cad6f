import ReplicaLogic
import Testing
import Vocabulary

@testable import Simulation

@Suite struct PartsTests {
    @Test func `events come in the order of their moments, and of their planning within one`() {
        var queue = EventQueue()
        var random = SeededGenerator(seed: 3)
        for number in 0..<200 {
            queue.plan(.poll(.primary, run: number), at: Instant(nanoseconds: UInt64(random.below(20))))
        }
        var last: (at: UInt64, run: Int) = (0, -1)
        while let (at, event) = queue.next() {
            guard case .poll(_, let run) = event else { return }
            #expect(at.nanoseconds > last.at || at.nanoseconds == last.at && run > last.run)
            last = (at.nanoseconds, run)
        }
    }

    @Test func `a story is bounded, and the oldest lines make room`() {
        var story = Story(isTold: true)
        let moment = Instant(nanoseconds: 1_500_000_000)
        for line in 0..<(Story.linesMax + 5) { story.tell({ "line \(line)" }, at: moment) }
        #expect(story.lines.count == Story.linesMax)
        #expect(story.lines.first == "1.500  line 5")
        var silent = Story(isTold: false)
        silent.tell({ "nobody listens" }, at: moment)
        #expect(silent.lines.isEmpty)
    }

    @Test func `a set of numbers keeps its members`() {
        var numbers = NumberSet()
        for number in [0, 63, 64, 700] { numbers.insert(number) }
        #expect(numbers.members == [0, 63, 64, 700])
        #expect(numbers.contains(64) && !numbers.contains(65) && !numbers.contains(7_000))
        var others = NumberSet()
        others.insert(65)
        others.formUnion(numbers)
        #expect(others.members == [0, 63, 64, 65, 700])
    }

    @Test func `a number is drawn at the statement and seen at the commit, and a rollback leaves a hole`() {
        var store = StoreTwin(image: StoreImage(incarnation: Incarnation(rawValue: 1)))
        let row = RowKey(table: 0, key: 1)
        store.begin(0, number: 7)
        let drawn = store.draw()
        let stamp = RowStamp(version: Version(epoch: Epoch(rawValue: 2), clock: 9, node: .primary), seen: 0)
        store.change(row, to: .init(row: 5, entry: FeedEntry(position: drawn, stamp: stamp, write: 5)), by: 0)
        #expect(store.image.tables[0].rows.isEmpty && !store.isFree(row, for: 1))
        store.rollBack(0)
        #expect(store.image.drawnHead == .start && store.draw() > drawn && store.isFree(row, for: 1))
    }

    @Test func `the list of transactions is stale while somebody reads it all the time`() {
        var store = StoreTwin(image: StoreImage(incarnation: Incarnation(rawValue: 1)))
        let start = Instant(nanoseconds: 1_000_000_000)
        #expect(store.listTransactions(at: start).isEmpty)
        store.begin(0, number: 7)
        #expect(store.listTransactions(at: start + .milliseconds(60)).isEmpty)
        #expect(store.listTransactions(at: start + .milliseconds(120)).isEmpty)
        #expect(store.listTransactions(at: start + .milliseconds(240)) == [7])
    }

    @Test func `a database that starts leaves a gap that no entry and no cursor can stand in`() {
        var store = StoreTwin(image: StoreImage(incarnation: Incarnation(rawValue: 1)))
        _ = store.draw()
        store.crashed()
        store.opened(leaving: 1_000)
        let gap = store.image.gaps[0]
        #expect(gap.contains(entryAt: FeedPosition(rawValue: 1)))
        #expect(!gap.contains(cursorAt: FeedPosition(rawValue: StoreTwin.sequenceCache)))
        #expect(gap.contains(cursorAt: FeedPosition(rawValue: StoreTwin.sequenceCache + 1)))
        #expect(!gap.contains(entryAt: store.draw()))
    }
}
