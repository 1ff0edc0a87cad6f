import Vocabulary

/// Where a reader stands in one table of its peer's feed, so that no late commit is passed over.
///
/// Positions are drawn before their transaction commits: 105 may be visible while 104 is still open. The reader
/// ships whatever is new at once, but its *cursor*, which survives a restart, moves only up to the settled head,
/// below which nothing can appear any more. Between the two lies the window: read again and again, each entry
/// applied once.
package struct ShippingWindow: Sendable, Hashable {
    /// The most entries remembered above the cursor; beyond it the reader applies again, which is harmless.
    package static let rememberedMax = 200_000

    /// Everything up to here is applied and durable.
    package private(set) var cursor: FeedPosition
    /// Entries above the cursor that are applied already.
    package private(set) var applied: Set<FeedPosition> = []
    /// The highest entry applied so far.
    package private(set) var highest: FeedPosition

    /// The highest entry that was really seen; the cursor may stand above it, at a settled head without entries.
    package private(set) var highestRow: FeedPosition = .start
    /// The most entries above the cursor that are read again for the sake of a late one among them.
    package static let rereadMax = 1_000
    /// The settled head at the last commit; where it stands above the cursor, the stretch between is read next.
    private var settledThen: FeedPosition = .start
    /// The last batch was cut before it came to anything new.
    private var isStalled = false

    /// Whose entries `highestRow` counts; nil counts everybody's.
    private let source: Mode?

    /// - Parameter source: the node that is read. A rebuild also reads what that node's applier wrote, and those
    ///   entries are no part of what the node says of its own feed: remembering them would make it seem restored.
    package init(cursor: FeedPosition, source: Mode? = nil) {
        self.cursor = cursor
        self.source = source
        highest = cursor
    }

    /// Where the next batch begins: at the cursor, so that a late commit is met, unless the window is so long that
    /// new entries would wait behind old ones; then the sweep at the settled head meets it.
    package var readFrom: FeedPosition { skipsApplied ? highest : cursor }

    /// Whether the next batch begins behind the window. Such a batch cannot tell what appeared inside the window, so
    /// it moves no cursor; once the head has settled further, the window is read from its beginning.
    private var skipsApplied: Bool { (isStalled || applied.count >= Self.rereadMax) && settledThen <= cursor }

    /// The entries of a batch that were not applied yet.
    package func news(in batch: FeedBatch) -> [FeedRow] {
        batch.rows.filter { $0.position > cursor && !applied.contains($0.position) }
    }

    /// Where the cursor will stand once `batch` is applied.
    ///
    /// - Parameter settled: the settled head, computed by the source *before* the batch's snapshot was opened.
    package func cursor(after batch: FeedBatch, settled: FeedPosition) -> FeedPosition {
        guard !skipsApplied else { return cursor }
        // What was settled once stays settled, though a restarted source may not know it yet. Without this a cut batch
        // whose entries are all applied would be read again for ever.
        let settled = max(settled, settledThen)
        let seenAll = batch.isCut ? min(settled, batch.rows.last?.position ?? cursor) : settled
        return max(cursor, seenAll)
    }

    /// The batch is applied and committed, together with the new cursor.
    package mutating func committed(_ batch: FeedBatch, settled: FeedPosition) {
        let former = cursor
        let isKnown = news(in: batch).isEmpty
        cursor = cursor(after: batch, settled: settled)
        isStalled = batch.isCut && isKnown && cursor == former
        settledThen = max(settledThen, settled)
        for row in batch.rows where row.position > cursor && applied.count < Self.rememberedMax {
            applied.insert(row.position)
        }
        highest = max(highest, batch.rows.last?.position ?? .start)
        let reach = batch.rows.last { source == nil || $0.stamp.version.node == source }
        highestRow = max(highestRow, reach?.position ?? .start)
        applied = applied.filter { $0 > cursor }
    }

    /// The feed began a new life, or everything is to be read once more.
    package mutating func restart() { self = ShippingWindow(cursor: .start, source: source) }
}
