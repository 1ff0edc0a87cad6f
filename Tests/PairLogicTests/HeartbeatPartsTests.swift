import Testing
import Vocabulary

@testable import PairLogic

/// The small machines that the peer machine is made of.
struct HeartbeatPartsTests {
    private let first = BootID(rawValue: 1)
    private let second = BootID(rawValue: 2)

    private func at(_ seconds: UInt64) -> Instant { Instant(nanoseconds: seconds * 1_000_000_000) }

    @Test func `the log of sent heartbeats knows the latest and forgets the rest`() {
        var log = SentLog()
        #expect(log[1] == nil)
        for sequence in 1...(SentLog.countMax + 10) { log.sent(sequence, at: at(sequence), wall: .init(rawValue: 0)) }
        #expect(log[10] == nil)
        #expect(log[11]?.at == at(11))
        #expect(log[SentLog.countMax + 10]?.at == at(SentLog.countMax + 10))
        #expect(log[SentLog.countMax + 11] == nil)
        #expect(log[.max] == nil)
    }

    @Test func `a run that is followed by another was restarted`() {
        var watch = BootWatch()
        #expect(watch.heard(first, echoed: nil, at: at(1)) == .same)
        #expect(watch.heard(first, echoed: nil, at: at(2)) == .same)
        #expect(watch.heard(second, echoed: nil, at: at(3)) == .restarted(from: first))
        #expect(watch.heard(second, echoed: nil, at: at(4)) == .same)
    }

    @Test(arguments: [nil, 1, 3])
    func `an older run that proves nothing new is late`(echoedSecond: UInt64?) {
        var watch = BootWatch()
        _ = watch.heard(first, echoed: nil, at: at(1))
        _ = watch.heard(second, echoed: nil, at: at(3))
        #expect(watch.heard(first, echoed: echoedSecond.map { at($0) }, at: at(4)) == .late)
        #expect(watch.clones == [])
        #expect(watch.current == second)
    }

    @Test func `an older run that echoes what was sent after the newer appeared is a clone`() {
        var watch = BootWatch()
        _ = watch.heard(first, echoed: nil, at: at(1))
        _ = watch.heard(second, echoed: nil, at: at(3))
        #expect(watch.heard(first, echoed: at(4), at: at(5)) == .clone(first, second))
        #expect(watch.heard(second, echoed: at(5), at: at(6)) == .clone(first, second))
        let early = watch.forget(after: .seconds(60), at: at(65))
        let late = watch.forget(after: .seconds(60), at: at(66))
        #expect([early, late] == [false, true])
        #expect(watch.clones == [])
    }

    @Test func `a run of which nothing came before its successor was heard is late, and its successor no clone`() {
        let third = BootID(rawValue: 3)
        var watch = BootWatch()
        _ = watch.heard(first, echoed: at(1), at: at(2))
        #expect(watch.heard(third, echoed: at(9), at: at(10)) == .restarted(from: first))
        #expect(watch.heard(second, echoed: at(5), at: at(11)) == .late)
        #expect(watch.heard(third, echoed: at(12), at: at(13)) == .same)
        #expect(watch.clones == [])
    }

    @Test func `a clone that was never heard before is told by what it and the other echo, however slow its line`() {
        var watch = BootWatch()
        _ = watch.heard(first, echoed: at(1), at: at(2))
        #expect(watch.heard(first, echoed: at(20), at: at(21)) == .same)
        // It echoes what the other run has echoed long before.
        #expect(watch.heard(second, echoed: at(10), at: at(22)) == .restarted(from: first))
        #expect(watch.heard(first, echoed: at(21), at: at(22)) == .late)
        #expect(watch.heard(first, echoed: at(23), at: at(24)) == .clone(first, second))
    }

    @Test func `many restarts are remembered within a limit`() {
        var watch = BootWatch()
        for count: UInt64 in 1...100 { _ = watch.heard(BootID(rawValue: count), echoed: nil, at: at(count)) }
        #expect(watch.heard(BootID(rawValue: 1), echoed: nil, at: at(101)) == .restarted(from: BootID(rawValue: 100)))
    }

    @Test func `feeds that agree, lag or live another life`() {
        let here = FeedMark(incarnation: Incarnation(rawValue: 1), head: FeedPosition(rawValue: 10))
        let ahead = FeedMark(incarnation: Incarnation(rawValue: 1), head: FeedPosition(rawValue: 11))
        let elsewhere = FeedMark(incarnation: Incarnation(rawValue: 2), head: FeedPosition(rawValue: 5))
        for (remembered, present, isSound) in [
            (here, here, true), (here, ahead, true), (ahead, here, false), (elsewhere, here, false),
        ] {
            var watch = FeedWatch()
            watch.remembers(remembered, at: at(1))
            watch.stands(at: present, at: at(2))
            #expect(watch.mismatch(after: .seconds(3), at: at(4)) == nil)
            #expect((watch.mismatch(after: .seconds(3), at: at(5)) == nil) == isSound)
        }
    }

    @Test func `a contradiction that ends is forgotten, and one that goes on keeps its beginning`() {
        var watch = FeedWatch()
        watch.remembers(FeedMark(incarnation: .init(rawValue: 1), head: .init(rawValue: 9)), at: at(1))
        watch.stands(at: FeedMark(incarnation: .init(rawValue: 1), head: .init(rawValue: 3)), at: at(1))
        watch.stands(at: FeedMark(incarnation: .init(rawValue: 1), head: .init(rawValue: 4)), at: at(3))
        #expect(watch.mismatch(after: .seconds(3), at: at(4)) != nil)
        watch.stands(at: nil, at: at(5))
        #expect(watch.mismatch(after: .zero, at: at(9)) == nil)
    }

    @Test func `refusals count for a while and never more than the limit`() {
        var watch = RejectionWatch()
        for _ in 0..<100 { watch.rejected(.forged, at: at(1)) }
        #expect(watch.refusedCount(within: .seconds(5), at: at(5)) == RejectionWatch.countMax)
        #expect(watch.refusedCount(within: .seconds(5), at: at(6)) == 0)
    }

    @Test func `an unknown protocol is remembered until it is understood or over`() {
        var watch = RejectionWatch()
        watch.rejected(.protocolUnknown(theirs: 9), at: at(1))
        #expect(watch.protocolUnknown(within: .seconds(5), at: at(5)) == 9)
        #expect(watch.protocolUnknown(within: .seconds(5), at: at(6)) == nil)
        watch.understood()
        #expect(watch.protocolUnknown(within: .seconds(5), at: at(5)) == nil)
    }

    @Test(arguments: [Int64.min, -1, 0, Int64.max])
    func `no clock from outside overflows`(theirs: Int64) {
        var clock = ClockComparison()
        let ours = WallTime(microseconds: 1_700_000_000_000_000)
        clock.learn(
            sentAt: WallTime(rawValue: theirs), receivedAt: ours, echoed: ours, held: .seconds(4_295),
            limit: .seconds(60))
        #expect(clock.apartSeconds != nil)
    }

    @Test func `with an echo the time of travel is no difference of clocks`() {
        var clock = ClockComparison()
        let sent = WallTime(microseconds: 1_000_000_000)
        let theirs = WallTime(microseconds: 1_000_000_000 + 3_000_000 + 5_000_000 + 2_000_000)
        let ours = WallTime(microseconds: 1_000_000_000 + 3_000_000 + 2_000_000 + 3_000_000)
        clock.learn(sentAt: theirs, receivedAt: ours, echoed: sent, held: .seconds(2), limit: .seconds(60))
        #expect(clock.offset == .seconds(5))
        #expect(clock.apartSeconds == nil)
    }
}
