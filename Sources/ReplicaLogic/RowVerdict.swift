import Vocabulary

/// What to do with a row that arrived from the peer.
package enum RowVerdict: Sendable, Hashable {
    /// Write it: it knows everything this node knows of the row.
    case apply
    /// Write it; the row here was written without owning the scope and goes to the ledger as drift.
    case replaceDrift
    /// Both nodes wrote without knowing of each other. `winner` is kept under `stamp`, the other goes to the ledger.
    case conflict(winner: Side, stamp: RowStamp)
    /// Nothing to do.
    case ignored(Reason)

    /// Where a row stands.
    package enum Side: Sendable, Hashable {
        case incoming
        case local
    }

    /// Why an arriving row changes nothing.
    package enum Reason: Sendable, Hashable {
        /// The very same write is here already.
        case sameVersion
        /// What is here was written knowing it.
        case alreadyKnown
        /// A write without ownership never travels.
        case drift
        /// What is here was written without ownership, under a later reign than this: the owner is asked for the row.
        case awaitsOwner
    }
}

extension RowVerdict {
    /// Judges an arriving row against what the feed of this node knows of its key.
    ///
    /// The answer depends on the two stamps alone, so both nodes reach the same winner in any order of arrival.
    /// - Parameters:
    ///   - incoming: the stamp that arrived.
    ///   - local: the stamp here, nil where this node never saw the key.
    ///   - isSuspect: whether the local row was written after this node was restored from an older image and before
    ///     it heard what it had lost; its clock then proves nothing about what it was built on.
    package static func judging(incoming: RowStamp, local: RowStamp?, isSuspect: Bool = false) -> RowVerdict {
        guard !incoming.isDrift else { return .ignored(.drift) }
        guard let local else { return .apply }
        if local.isDrift { return overDrift(incoming: incoming, local: local) }
        if isSuspect { return suspicion(incoming: incoming, local: local) }
        if local.version == incoming.version { return .ignored(.sameVersion) }
        if incoming.contains(local) { return .apply }
        if local.contains(incoming) { return .ignored(.alreadyKnown) }
        return conflict(incoming: incoming, local: local)
    }

    /// Drift covers what stood under it, and that may be what the incoming row has lost to. Only a write of the reign
    /// that the drift offended, or of a later one, is certain to be better than anything that may be covered.
    private static func overDrift(incoming: RowStamp, local: RowStamp) -> RowVerdict {
        incoming.version.epoch >= local.version.epoch ? .replaceDrift : .ignored(.awaitsOwner)
    }

    /// A suspect row may even bear the version of a write that was lost, both counted on from one older row; and the
    /// peer may know later clocks of this node than this node does. So where it wins it becomes a new write.
    private static func suspicion(incoming: RowStamp, local: RowStamp) -> RowVerdict {
        incoming.version >= local.version
            ? .conflict(winner: .incoming, stamp: incoming)
            : .conflict(winner: .local, stamp: local.succeeding(incoming))
    }

    /// The winner keeps its stamp as it is. Were it stamped as knowing the loser, the other node would take it for a
    /// later write and overwrite the loser unrecorded; so both nodes meet the conflict, and each has it in its ledger.
    private static func conflict(incoming: RowStamp, local: RowStamp) -> RowVerdict {
        incoming.version > local.version
            ? .conflict(winner: .incoming, stamp: incoming) : .conflict(winner: .local, stamp: local)
    }
}
