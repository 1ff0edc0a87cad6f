import Testing
import Vocabulary

@testable import PairLogic

struct HeartbeatScheduleTests {
    private func at(_ milliseconds: UInt64) -> Instant { Instant(nanoseconds: milliseconds * 1_000_000) }
    private func head(_ value: UInt64) -> FeedPosition { FeedPosition(rawValue: value) }

    @Test func `the first heartbeat is due at once, the next an interval later`() {
        var schedule = HeartbeatSchedule(timings: PeerTimings())
        #expect(schedule.nextDue == nil)
        #expect(schedule.tick(at: at(1_000)) == .send)
        #expect(schedule.tick(at: at(1_000)) == .wait(until: at(1_250)))
        #expect(schedule.tick(at: at(1_249)) == .wait(until: at(1_250)))
        #expect(schedule.tick(at: at(1_250)) == .send)
    }

    @Test func `other news are told at once after a pause, and once`() {
        var schedule = HeartbeatSchedule(timings: PeerTimings())
        _ = schedule.tick(at: at(1_000))
        #expect(schedule.hasNews(at: at(1_100)) == .send)
        #expect(schedule.hasNews(at: at(1_105)) == .wait(until: at(1_120)))
        #expect(schedule.tick(at: at(1_120)) == .send)
        #expect(schedule.tick(at: at(1_121)) == .wait(until: at(1_370)))
    }

    @Test func `a feed that moves is told at once after a pause and coalesced otherwise`() {
        var schedule = HeartbeatSchedule(timings: PeerTimings())
        _ = schedule.tick(at: at(1_000))
        #expect(schedule.feedMoved(to: head(1), at: at(1_100)) == .send)
        #expect(schedule.feedMoved(to: head(2), at: at(1_105)) == .wait(until: at(1_120)))
        #expect(schedule.feedMoved(to: head(3), at: at(1_119)) == .wait(until: at(1_120)))
        #expect(schedule.tick(at: at(1_120)) == .send)
        #expect(schedule.tick(at: at(1_121)) == .wait(until: at(1_370)))
    }

    @Test(arguments: [head3, 2, 0])
    func `a head that did not move sends nothing early`(value: UInt64) {
        var schedule = HeartbeatSchedule(timings: PeerTimings(), head: head(Self.head3))
        _ = schedule.tick(at: at(1_000))
        #expect(schedule.feedMoved(to: head(value), at: at(1_100)) == .wait(until: at(1_250)))
    }

    @Test func `a feed that came back shorter is told early again from there on`() {
        var schedule = HeartbeatSchedule(timings: PeerTimings(), head: head(900))
        _ = schedule.tick(at: at(1_000))
        #expect(schedule.feedMoved(to: head(3), at: at(1_100)) == .wait(until: at(1_250)))
        #expect(schedule.feedMoved(to: head(4), at: at(1_110)) == .send)
    }

    @Test func `what settled is told early, once`() {
        var schedule = HeartbeatSchedule(timings: PeerTimings(), head: head(3))
        _ = schedule.tick(at: at(1_000))
        #expect(schedule.feedMoved(to: head(3), settled: head(2), at: at(1_100)) == .send)
        #expect(schedule.feedMoved(to: head(3), settled: head(2), at: at(1_110)) == .wait(until: at(1_350)))
        #expect(schedule.feedMoved(to: head(3), settled: head(3), at: at(1_115)) == .wait(until: at(1_120)))
        #expect(schedule.tick(at: at(1_120)) == .send)
        #expect(schedule.feedMoved(to: head(1), settled: head(1), at: at(1_150)) == .wait(until: at(1_370)))
    }

    private static let head3: UInt64 = 3

    @Test func `a feed that moves without end sends fifty a second`() {
        var schedule = HeartbeatSchedule(timings: PeerTimings())
        var sent = 0
        for millisecond: UInt64 in 0..<10_000
        where schedule.feedMoved(to: head(millisecond), at: at(millisecond)) == .send {
            sent += 1
        }
        #expect(sent == 500)
    }

    @Test func `a pause is not made up for by a burst`() {
        var schedule = HeartbeatSchedule(timings: PeerTimings())
        _ = schedule.tick(at: at(1_000))
        #expect(schedule.tick(at: at(60_000)) == .send)
        #expect(schedule.tick(at: at(60_001)) == .wait(until: at(60_250)))
    }
}
