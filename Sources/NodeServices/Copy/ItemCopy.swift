import Ports
import ReplicaLogic
import Vocabulary

/// One item's copy as the copy service carries it from pass to pass.
struct ItemCopy {
    let definition: ItemDefinition
    var record: CopyRecord
    var windows: [TableName: ShippingWindow]
    /// Cursors that moved since they were last stored.
    var hasUnsavedCursors = false
    /// Whether the cursors were held against the peer's horizon; once is enough, a reader never falls behind it again
    /// while it reads.
    var isHorizonMet = false
    /// Whether rows may stand here that the pair has deleted; they are looked for before this item counts as whole.
    var isBehindHorizon = false
    /// Rows that are taken back wait until the drift under their keys is put right.
    var waitsForHealing = false
    /// Whether rows were committed since the item's command was last asked for.
    var hasArrivals = false
    /// When a quarantined or held item is tried again by itself.
    var retryAt: Instant?
    /// How often in a row the database asked to try again.
    var retries = 0
    /// When first contact is judged again.
    var judgeAt: Instant?

    /// - Parameter source: the node that is read.
    init(definition: ItemDefinition, record: CopyRecord, cursors: [TableName: FeedPosition], source: Mode) {
        self.definition = definition
        self.record = record
        windows = [:]
        for table in definition.tables {
            windows[table.name] = ShippingWindow(cursor: cursors[table.name] ?? .start, source: source)
        }
    }

    /// Where the item stands durably: its slowest table.
    var cursor: FeedPosition { windows.values.map(\.cursor).min() ?? .start }

    /// Where the next question for news begins: at the newest entry applied, unless earlier ones may still appear.
    func newsFrom(_ table: TableName) -> FeedPosition {
        guard let window = windows[table] else { return .start }
        return window.applied.isEmpty ? window.cursor : window.highest
    }

    /// Whether the table's window must be read once more, because the source settled beyond its cursor.
    func needsSweep(_ table: TableName, settled: FeedPosition) -> Bool {
        guard let window = windows[table] else { return false }
        return !window.applied.isEmpty && settled > window.cursor
    }
}
