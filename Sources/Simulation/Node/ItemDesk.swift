import ReplicaLogic
import Vocabulary

/// One item's copy as the daemon carries it from pass to pass.
struct ItemDesk {
    let item: Int
    var windows: [ShippingWindow]
    var isRebuilding: Bool
    var hasUnsavedCursors = false
    var retryAt: Instant?
    /// When the peer was last looked at, where everything that it had then is here.
    var currentAsOf: Instant?
    /// Rows that came while drift stood in their places were passed over.
    var awaitsOwner = false

    var tables: [Int] { Catalogue.tables(of: item) }

    init(item: Int, image: StoreImage, life: Incarnation, source: Mode?) {
        self.item = item
        isRebuilding = image.isRebuilding[item]
        let isRebuilding = image.isRebuilding[item]
        windows = image.cursors.map {
            ShippingWindow(cursor: $0.incarnation == life && !isRebuilding ? $0.head : .start, source: source)
        }
    }

    /// Where the item stands durably: its slowest table.
    var cursor: FeedPosition { tables.map { windows[$0].cursor }.min() ?? .start }

    /// Where the next question for news begins.
    func newsFrom(_ table: Int) -> FeedPosition {
        windows[table].applied.isEmpty ? windows[table].cursor : windows[table].highest
    }

    func needsSweep(_ table: Int, settled: FeedPosition) -> Bool {
        !windows[table].applied.isEmpty && settled > windows[table].cursor
    }
}
