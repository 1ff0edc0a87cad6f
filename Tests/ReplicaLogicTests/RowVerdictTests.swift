import ReplicaLogic
import SeededTestKit
import Testing
import Vocabulary

/// Both nodes judge alone; every pair of stamps is judged on both sides here.
@Suite struct RowVerdictTests {
    /// Which stamp a node holds after it judged.
    private func held(_ local: RowStamp, after incoming: RowStamp, isSuspect: Bool = false) -> RowStamp {
        switch RowVerdict.judging(incoming: incoming, local: local, isSuspect: isSuspect) {
        case .apply, .replaceDrift: incoming
        case .conflict(_, let stamp): stamp
        case .ignored: local
        }
    }

    @Test func `a row nobody had here is applied`() {
        #expect(RowVerdict.judging(incoming: Stamps.stamp(.primary, clock: 1), local: nil) == .apply)
    }

    @Test func `both nodes choose the same winner, whatever the two stamps`() {
        for (one, other) in Stamps.pairs {
            #expect(held(one, after: other) == held(other, after: one), "\(one) and \(other)")
        }
    }

    @Test func `the verdicts of both nodes mirror each other`() {
        for (one, other) in Stamps.pairs {
            let here = RowVerdict.judging(incoming: other, local: one)
            let there = RowVerdict.judging(incoming: one, local: other)
            switch here {
            case .apply: #expect(there == .ignored(.alreadyKnown), "\(one) and \(other)")
            case .ignored(.alreadyKnown): #expect(there == .apply, "\(one) and \(other)")
            case .ignored(.sameVersion): #expect(there == .ignored(.sameVersion) && one == other)
            case .conflict(let winner, let stamp):
                let mirrored: RowVerdict.Side = winner == .incoming ? .local : .incoming
                #expect(there == .conflict(winner: mirrored, stamp: stamp), "\(one) and \(other)")
            case .replaceDrift, .ignored(.drift), .ignored(.awaitsOwner):
                Issue.record("\(one) and \(other) are no drift")
            }
        }
    }

    @Test func `there is a conflict exactly where neither knew of the other`() {
        for (one, other) in Stamps.pairs {
            let isConflict: Bool
            if case .conflict = RowVerdict.judging(incoming: one, local: other) {
                isConflict = true
            } else {
                isConflict = false
            }
            #expect(isConflict == (!one.contains(other) && !other.contains(one)), "\(one) and \(other)")
        }
    }

    @Test func `in a conflict the higher epoch wins, then the clock, then the node, and keeps its stamp`() {
        let base = Stamps.stamp(.primary, epoch: 2, clock: 50)
        let older = Stamps.stamp(.secondary, epoch: 1, clock: 90)
        let later = Stamps.stamp(.secondary, epoch: 2, clock: 51)
        let level = Stamps.stamp(.secondary, epoch: 2, clock: 50)
        #expect(RowVerdict.judging(incoming: older, local: base) == .conflict(winner: .local, stamp: base))
        #expect(RowVerdict.judging(incoming: later, local: base) == .conflict(winner: .incoming, stamp: later))
        #expect(RowVerdict.judging(incoming: level, local: base) == .conflict(winner: .incoming, stamp: level))
    }

    @Test func `a write without ownership never travels, and yields to its reign's writes and to later ones`() {
        for (one, other) in Stamps.pairs {
            var drift = one
            drift.isDrift = true
            #expect(RowVerdict.judging(incoming: drift, local: other) == .ignored(.drift))
            #expect(RowVerdict.judging(incoming: drift, local: nil) == .ignored(.drift))
            let isOfItsReign = other.version.epoch >= drift.version.epoch
            let verdict: RowVerdict = isOfItsReign ? .replaceDrift : .ignored(.awaitsOwner)
            #expect(RowVerdict.judging(incoming: other, local: drift) == verdict)
            #expect(RowVerdict.judging(incoming: other, local: drift, isSuspect: true) == verdict)
        }
    }

    @Test func `a suspect row is never taken for known, nor thrown away unrecorded`() {
        for (one, other) in Stamps.pairs {
            let verdict = RowVerdict.judging(incoming: other, local: one, isSuspect: true)
            guard case .conflict(let winner, _) = verdict else {
                Issue.record("\(one) and \(other): \(verdict)")
                continue
            }
            #expect(winner == (other.version >= one.version ? .incoming : .local))
        }
    }

    @Test func `what comes of a suspect row becomes the row of both nodes`() {
        for (suspect, theirs) in Stamps.pairs {
            let here = held(suspect, after: theirs, isSuspect: true)
            #expect(held(theirs, after: here) == here, "\(suspect) and \(theirs)")
        }
    }

    @Test func `a tombstone is judged like any other write`() {
        for (one, other) in Stamps.pairs {
            var deleted = other
            deleted.isTombstone = true
            #expect((held(one, after: deleted).isTombstone) == (held(one, after: other) == other && one != other))
        }
    }

    @Test(arguments: UInt64(1)...20) func `two nodes that write at random agree once all has crossed`(seed: UInt64) {
        var random = Seeded(seed: seed)
        var rows: [Mode: RowStamp?] = [.primary: nil, .secondary: nil]
        var clock: UInt64 = 10
        for _ in 0..<200 {
            let node = Mode.allCases.randomElement(using: &random) ?? .primary
            let here = rows[node] ?? nil
            if Bool.random(using: &random) {
                // A clock may go slowly, or stand; the feed then counts on from what it replaced.
                clock += UInt64.random(in: 0...2, using: &random)
                let seen = here.map { $0.version.node == node ? $0.seen : $0.version.clock } ?? 0
                rows[node] = Stamps.stamp(node, clock: max(clock, (here?.version.clock ?? 0) + 1), seen: seen)
            } else if let incoming = rows[node.peer] ?? nil {
                rows[node] = here.map { held($0, after: incoming) } ?? incoming
            }
        }
        for node in [Mode.primary, .secondary, .primary] {
            guard let incoming = rows[node.peer] ?? nil else { continue }
            rows[node] = (rows[node] ?? nil).map { held($0, after: incoming) } ?? incoming
        }
        #expect(rows[.primary] == rows[.secondary])
    }
}
