import Vocabulary

/// What the feed knows of one row: which write it is, and how much of the other node's writing it contains.
///
/// A pair has two writers, so two clocks tell everything: the version's own, and `seen`, the clock of the newest
/// write *by the other node* on which this one was built. Two stamps of which neither contains the other were
/// written without knowing of each other: that, and only that, is a conflict.
package struct RowStamp: Sendable, Hashable {
    /// The write itself.
    package var version: Version
    /// The clock of the newest write by the other node that this one knows of; 0 where there was none.
    package var seen: UInt64
    /// Whether the row was deleted by this write.
    package var isTombstone: Bool
    /// Whether the writer did not own the row's scope; such a write never ships and is healed from the owner.
    package var isDrift: Bool

    package init(version: Version, seen: UInt64, isTombstone: Bool = false, isDrift: Bool = false) {
        self.version = version
        self.seen = seen
        self.isTombstone = isTombstone
        self.isDrift = isDrift
    }

    /// Whether this write was made knowing `other`, or is `other` or a later write of the same node.
    package func contains(_ other: RowStamp) -> Bool {
        version.node == other.version.node ? version.clock >= other.version.clock : seen >= other.version.clock
    }

    /// This stamp as that of a later write than `other`, by the same node: it knows every write that `other` knew, and
    /// its clock is later than each of theirs.
    package func succeeding(_ other: RowStamp) -> RowStamp {
        let theirs = other.version.node == version.node ? other.seen : other.version.clock
        var later = self
        later.version = Version(
            epoch: version.epoch, clock: max(version.clock, max(other.version.clock, other.seen) + 1),
            node: version.node)
        later.seen = max(seen, theirs)
        return later
    }

    /// This stamp as a write of `owner`, where it is one of the peer's former reign: so it travels back to the peer,
    /// which may have put its row back meanwhile to what the owner had before.
    ///
    /// It keeps its epoch: a later write of that reign may still come and be the better one. Its clock is the owner's,
    /// as with any write of the owner: a write of the owner's own may have lost to this row under that reign though it
    /// bore a later clock, and must not pass for a later one where an older image of the owner's disk still has it.
    /// - Parameters:
    ///   - owner: this node, which owns the row's scope now.
    ///   - epoch: since when.
    ///   - local: what the owner knew of the row.
    ///   - clock: the owner's wall clock now.
    package func confirmed(by owner: Mode, since epoch: Epoch, over local: RowStamp?, at clock: UInt64) -> RowStamp {
        guard version.node == owner.peer, version.epoch < epoch else { return self }
        let latest = [version.clock, seen, local?.version.clock ?? 0, local?.seen ?? 0].reduce(0, max)
        return RowStamp(
            version: Version(epoch: version.epoch, clock: max(clock, latest + 1), node: owner), seen: version.clock,
            isTombstone: isTombstone)
    }

    /// This stamp of a row that was written without owning its scope, as a write of the reign that its node begins now.
    ///
    /// It gives up what it claims to know of the peer. The write that it replaced was covered by it, so a peer that was
    /// restored could not take that back from here; what the peer wrote since may bear a lower clock and be news all
    /// the same. The former owner's row therefore meets it as a conflict, and goes to the ledger.
    /// - Parameters:
    ///   - epoch: since when its node owns the scope.
    ///   - clock: the wall clock now.
    package func claimed(since epoch: Epoch, at clock: UInt64) -> RowStamp {
        RowStamp(
            version: Version(
                epoch: epoch, clock: max(clock, max(version.clock, seen) + 1), node: version.node),
            seen: 0, isTombstone: isTombstone)
    }
}
