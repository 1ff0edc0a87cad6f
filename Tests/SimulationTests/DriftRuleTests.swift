import ReplicaLogic
import Testing
import Vocabulary

/// What the simulation taught about rows that were written without owning their scope.
@Suite struct DriftRuleTests {
    private static func stamp(
        _ node: Mode, epoch: UInt64, clock: UInt64, seen: UInt64 = 0, isDrift: Bool = false
    ) -> RowStamp {
        RowStamp(
            version: Version(epoch: Epoch(rawValue: epoch), clock: clock, node: node), seen: seen, isDrift: isDrift)
    }

    @Test func `a write of the reign that drift offended replaces it, and so does a later one`() {
        let drift = Self.stamp(.secondary, epoch: 4, clock: 900, isDrift: true)
        for epoch in [UInt64(4), 6] {
            let incoming = Self.stamp(.primary, epoch: epoch, clock: 5)
            #expect(RowVerdict.judging(incoming: incoming, local: drift) == .replaceDrift)
        }
    }

    @Test func `a write of an older reign may have lost to what drift covers, so the owner is asked`() {
        let drift = Self.stamp(.secondary, epoch: 4, clock: 900, isDrift: true)
        let incoming = Self.stamp(.primary, epoch: 2, clock: 5_000)
        #expect(RowVerdict.judging(incoming: incoming, local: drift) == .ignored(.awaitsOwner))
    }

    @Test func `drift that is claimed on a takeover is later than all it knew and knows nothing`() {
        let drift = Self.stamp(.primary, epoch: 1, clock: 700, seen: 800, isDrift: true)
        let claimed = drift.claimed(since: Epoch(rawValue: 2), at: 10)
        #expect(claimed == Self.stamp(.primary, epoch: 2, clock: 801))
        #expect(drift.claimed(since: Epoch(rawValue: 2), at: 5_000).version.clock == 5_000)
    }

    @Test func `a restored peer's new write with a lower clock meets claimed drift as a conflict on both nodes`() {
        let claimed = Self.stamp(.primary, epoch: 1, clock: 700, seen: 690, isDrift: true)
            .claimed(since: Epoch(rawValue: 2), at: 710)
        let write = Self.stamp(.secondary, epoch: 1, clock: 300)
        #expect(RowVerdict.judging(incoming: write, local: claimed) == .conflict(winner: .local, stamp: claimed))
        #expect(RowVerdict.judging(incoming: claimed, local: write) == .conflict(winner: .incoming, stamp: claimed))
    }
}
