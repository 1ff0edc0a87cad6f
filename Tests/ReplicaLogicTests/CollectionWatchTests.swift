import ReplicaLogic
import SeededTestKit
import Testing
import Vocabulary

@Suite struct CollectionWatchTests {
    private let life = Incarnation(rawValue: 7)

    private func heard(
        _ watch: inout CollectionWatch, acknowledged: UInt64, head: UInt64, read: UInt64, life: Incarnation? = nil
    ) -> UInt64 {
        watch.heard(
            acknowledged: Stamps.at(acknowledged),
            peer: FeedMemory(incarnation: life ?? self.life, head: Stamps.at(head)), read: Stamps.at(read)
        ).rawValue
    }

    @Test func `a first promise is only noted`() {
        var watch = CollectionWatch()
        #expect(heard(&watch, acknowledged: 50, head: 90, read: 90) == 0)
    }

    @Test func `a promise counts once the peer's feed was read as far as it reached then`() {
        var watch = CollectionWatch()
        _ = heard(&watch, acknowledged: 50, head: 90, read: 80)
        #expect(heard(&watch, acknowledged: 60, head: 95, read: 89) == 0)
        #expect(heard(&watch, acknowledged: 70, head: 99, read: 90) == 50, "what was said later is not covered yet")
        #expect(heard(&watch, acknowledged: 71, head: 99, read: 99) == 70)
    }

    @Test func `a promise that is not kept yet is not replaced by a newer one`() {
        var watch = CollectionWatch()
        _ = heard(&watch, acknowledged: 50, head: 90, read: 0)
        for acknowledged in UInt64(51)...80 { _ = heard(&watch, acknowledged: acknowledged, head: 200, read: 10) }
        #expect(heard(&watch, acknowledged: 81, head: 200, read: 90) == 50)
    }

    @Test func `a promise of a former life is forgotten`() {
        var watch = CollectionWatch()
        _ = heard(&watch, acknowledged: 50, head: 90, read: 90)
        let next = Incarnation(rawValue: 8)
        #expect(heard(&watch, acknowledged: 50, head: 90, read: 90, life: next) == 0)
        #expect(heard(&watch, acknowledged: 60, head: 95, read: 95, life: next) == 50)
    }

    @Test(arguments: UInt64(1)...10) func `no tombstone goes while an older write may still arrive`(seed: UInt64) {
        var random = Seeded(seed: seed)
        var watch = CollectionWatch()
        var (ours, acknowledged, theirs, read) = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
        // For each write of the peer: how much of this node's feed it knew.
        var knew: [UInt64] = []
        for _ in 0..<500 {
            switch UInt64.random(in: 0..<5, using: &random) {
            case 0: ours += 1
            case 1: acknowledged = UInt64.random(in: acknowledged...ours, using: &random)
            case 2:
                theirs += 1
                knew.append(acknowledged)
            case 3: read = UInt64.random(in: read...theirs, using: &random)
            default:
                let below = heard(&watch, acknowledged: acknowledged, head: theirs, read: read)
                let unread = knew[Int(read)...]
                #expect(unread.allSatisfy { $0 >= below }, "an unread write knew less than \(below)")
            }
        }
    }
}
