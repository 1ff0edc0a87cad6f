import Ports
import ReplicaLogic
import Vocabulary

/// Finds rows here that the pair has deleted, where the tombstones that said so were collected before this node could
/// read them: because its database was put back to an older image, or capture was made anew at the peer.
///
/// Such a row stands here, and the peer knows nothing of it. It was deleted if the peer wrote it, or had read it; a
/// row that the peer never came to read stays, and ships.
struct StraySearch {
    let peer: any PeerFeedPort
    let store: any ReplicaStorePort
    /// How many rows are looked at in one stretch.
    let chunkRows: Int
    /// This node.
    let mode: Mode
    /// Own rows above it were written after a restore, and are news to the peer.
    let suspectAbove: FeedPosition?

    /// Removes the strays of one table into the ledger; returns how many there were.
    ///
    /// - Parameter readByPeer: how far the peer had read this node's feed of the table, in any of its lives.
    func removeStrays(
        of ours: FeedTable, beside theirs: FeedTable, readByPeer: FeedPosition
    ) async throws -> UInt64 {
        var removed: UInt64 = 0
        var lower: [CellValue]?
        repeat {
            let upper = try await store.boundary(of: ours, above: lower, rows: chunkRows)
            let strays = try await strays(
                in: KeyRange(lower: lower, upper: upper), of: ours, beside: theirs, readByPeer: readByPeer)
            if !strays.isEmpty { removed += try await store.remove(strays, of: ours, reason: .restoredNode) }
            lower = upper
        } while lower != nil
        return removed
    }

    private func strays(
        in range: KeyRange, of ours: FeedTable, beside theirs: FeedTable, readByPeer: FeedPosition
    ) async throws(FeedFailure) -> FoundRows {
        let columns = ours.shape.keyColumns.map(\.name)
        let there = Set(try await peer.rowDigests(of: theirs, columns: columns, in: range).map(\.key))
        let missing = try await store.rowDigests(of: ours, columns: columns, in: range).map(\.key)
            .filter { !there.contains($0) }
        guard !missing.isEmpty else { return FoundRows() }
        // A tombstone that is still there tells its own story; a row that another collation sorts elsewhere is there.
        let known = Set(try await peer.rows(of: theirs, keys: missing).map(\.key))
        var found: [[CellValue]: Version?] = [:]
        for row in try await store.rows(of: ours, keys: missing.filter { !known.contains($0) }) where !row.isAbsent {
            if wasDeleted(row, readByPeer: readByPeer) { found[row.key] = .some(row.stamp.version) }
        }
        return FoundRows(found)
    }

    /// Whether a row that the peer knows nothing of is one that the pair has deleted.
    private func wasDeleted(_ row: FeedRow, readByPeer: FeedPosition) -> Bool {
        // Drift is the owner's to judge; a row that the feed does not know was never shipped.
        guard row.position > .start, !row.stamp.isDrift else { return false }
        if row.stamp.version.node != mode { return true }
        let isSuspect = suspectAbove.map { row.position > $0 } ?? false
        return !isSuspect && row.position <= readByPeer
    }
}
