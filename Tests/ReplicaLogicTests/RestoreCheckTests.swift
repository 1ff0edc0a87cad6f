import ReplicaLogic
import Testing
import Vocabulary

@Suite struct RestoreCheckTests {
    private let present = Incarnation(rawValue: 3)
    private let former = Incarnation(rawValue: 2)
    private let oldest = Incarnation(rawValue: 1)

    private func judging(
        _ remembered: Incarnation, _ head: UInt64, current: UInt64 = 100, superseded: Incarnation? = nil,
        formerLives: [Incarnation] = [], gaps: [NumberGap] = []
    ) -> RestoreCheck {
        RestoreCheck.judging(
            remembered: FeedMemory(incarnation: remembered, head: Stamps.at(head)),
            current: FeedMemory(incarnation: present, head: Stamps.at(current)), superseded: superseded,
            formerLives: formerLives, gaps: gaps)
    }

    @Test(arguments: [UInt64(0), 99, 100]) func `a peer that read no further than the feed reaches finds it sound`(
        head: UInt64
    ) {
        #expect(judging(present, head) == .sound)
    }

    @Test func `a peer that read further knows of a restore`() {
        #expect(judging(present, 101) == .restored(peerHead: Stamps.at(101)))
    }

    @Test func `a life that this feed never had means a restore, however little was read of it`() {
        #expect(judging(Incarnation(rawValue: 9), 1) == .restored(peerHead: Stamps.at(1)))
    }

    @Test func `a peer that still remembers the life before the last restore is only late`() {
        #expect(judging(former, 5_000, superseded: former) == .sound)
    }

    @Test func `a peer that was itself restored may remember any former life`() {
        #expect(judging(oldest, 5_000, superseded: former, formerLives: [oldest, former]) == .sound)
        #expect(judging(oldest, 5_000, superseded: former) == .restored(peerHead: Stamps.at(5_000)))
    }

    @Test func `a number inside a gap was drawn in another course of events, however far the feed reaches now`() {
        let gap = NumberGap(after: Stamps.at(50), drawn: Stamps.at(55), until: Stamps.at(80))
        #expect(judging(present, 50, gaps: [gap]) == .sound)
        #expect(judging(present, 51, gaps: [gap]) == .restored(peerHead: Stamps.at(51)))
        #expect(judging(present, 80, gaps: [gap]) == .restored(peerHead: Stamps.at(80)))
        #expect(judging(present, 81, gaps: [gap]) == .sound)
    }

    @Test func `a gap of this life says nothing of a former one`() {
        let gap = NumberGap(after: Stamps.at(50), drawn: Stamps.at(55), until: Stamps.at(80))
        #expect(judging(former, 60, superseded: former, gaps: [gap]) == .sound)
    }
}
