import ReplicaLogic
import Testing
import Vocabulary

@Suite struct RowStampTests {
    @Test func `a later write of the same node contains the earlier, and itself`() {
        let early = Stamps.stamp(.primary, clock: 5)
        let late = Stamps.stamp(.primary, clock: 6)
        #expect(late.contains(early))
        #expect(late.contains(late))
        #expect(!early.contains(late))
    }

    @Test func `a write contains what it saw of the other node, up to its clock`() {
        let theirs = Stamps.stamp(.secondary, clock: 5)
        #expect(Stamps.stamp(.primary, clock: 9, seen: 5).contains(theirs))
        #expect(Stamps.stamp(.primary, clock: 9, seen: 7).contains(theirs))
        #expect(!Stamps.stamp(.primary, clock: 9, seen: 4).contains(theirs))
    }

    @Test func `an epoch alone proves no knowledge`() {
        let theirs = Stamps.stamp(.secondary, epoch: 1, clock: 5)
        #expect(!Stamps.stamp(.primary, epoch: 4, clock: 9, seen: 0).contains(theirs))
    }

    @Test func `two different writes never contain each other`() {
        for (one, other) in Stamps.pairs where one != other {
            #expect(!(one.contains(other) && other.contains(one)), "\(one) and \(other)")
        }
    }

    @Test func `a stamp that succeeds another contains both, and the other does not contain it`() {
        for (one, other) in Stamps.pairs {
            let later = one.succeeding(other)
            #expect(later.contains(one) && later.contains(other), "\(one) after \(other)")
            #expect(!other.contains(later), "\(one) after \(other)")
            #expect(later.version.node == one.version.node && later.version.epoch == one.version.epoch)
            #expect(later.version.clock > other.seen && later.version.clock > later.seen)
        }
    }

    @Test func `what the other knew of this node's writing is known to what succeeds it`() {
        let other = Stamps.stamp(.primary, clock: 9, seen: 8)
        let later = Stamps.stamp(.primary, clock: 4, seen: 2).succeeding(other)
        #expect(later.seen == 8)
        #expect(later.version.clock == 10)
    }

    @Test func `a write of the peer's former reign is confirmed as the owner's own, in its epoch`() {
        let theirs = Stamps.stamp(.secondary, epoch: 3, clock: 20, seen: 4, isTombstone: true)
        let local = Stamps.stamp(.primary, epoch: 2, clock: 30, seen: 40)
        let confirmed = theirs.confirmed(by: .primary, since: Epoch(rawValue: 4), over: local, at: 9)
        #expect(confirmed.version == Version(epoch: Epoch(rawValue: 3), clock: 41, node: .primary))
        #expect(confirmed.seen == 20)
        #expect(confirmed.isTombstone && !confirmed.isDrift)
        #expect(confirmed.contains(theirs) && confirmed.contains(local))
    }

    @Test func `a confirmed write is later than one of the owner's own that lost to it under an earlier clock`() {
        let lost = Stamps.stamp(.primary, epoch: 2, clock: 63)
        let winner = Stamps.stamp(.secondary, epoch: 3, clock: 57, seen: 47)
        #expect(RowVerdict.judging(incoming: winner, local: lost) == .conflict(winner: .incoming, stamp: winner))
        let next = Stamps.stamp(.secondary, epoch: 3, clock: 59, seen: 47)
        let confirmed = next.confirmed(by: .primary, since: Epoch(rawValue: 4), over: winner, at: 79)
        // An older image of the owner's disk still has the row that lost.
        #expect(RowVerdict.judging(incoming: confirmed, local: lost) == .apply)
    }

    @Test(arguments: [
        Stamps.stamp(.secondary, epoch: 4, clock: 20), Stamps.stamp(.secondary, epoch: 5, clock: 20),
        Stamps.stamp(.primary, epoch: 2, clock: 20),
    ]) func `a write of this reign, or of the owner, stays as it is`(stamp: RowStamp) {
        #expect(stamp.confirmed(by: .primary, since: Epoch(rawValue: 4), over: nil, at: 99) == stamp)
    }

    @Test func `a confirmed write is taken by the node that made it`() {
        for stamp in Stamps.all {
            let confirmed = stamp.confirmed(by: .primary, since: Epoch(rawValue: 9), over: nil, at: 9)
            guard confirmed != stamp else { continue }
            #expect(RowVerdict.judging(incoming: confirmed, local: stamp) == .apply)
        }
    }
}
