import ReplicaLogic
import Vocabulary

/// Rows of this node as they were found when they were held against the peer's, by their keys.
///
/// Between that and the writing of the answer anybody may write, and such a write has not been judged.
package struct FoundRows: Sendable, Hashable {
    /// The write that each row held; nil where the feed knew of none.
    private var writes: [[CellValue]: Version?]
    /// Where the last of them stands in this node's feed, where that was asked.
    package let last: FeedPosition

    package init(_ writes: [[CellValue]: Version?] = [:], last: FeedPosition = .start) {
        self.writes = writes
        self.last = last
    }

    package var keys: [[CellValue]] { Array(writes.keys) }
    package var isEmpty: Bool { writes.isEmpty }
    package var count: Int { writes.count }

    /// The write that was found under `key`; nil where no row was found, or one that the feed does not know.
    package func write(under key: [CellValue]) -> Version? { writes[key] ?? nil }

    /// Of these rows those under `keys`.
    package func only(_ keys: some Sequence<[CellValue]>) -> FoundRows {
        let wanted = Set(keys)
        return FoundRows(writes.filter { wanted.contains($0.key) })
    }

    /// Whether what is under `key` now is what was found.
    ///
    /// - Parameters:
    ///   - version: the write there now, as the feed knows it.
    ///   - isPresent: whether a row stands there.
    package func isStill(_ version: Version?, under key: [CellValue], isPresent: Bool) -> Bool {
        guard let found = writes[key] else { return !isPresent && version == nil }
        return found == version
    }
}
