import Vocabulary

/// One replicated item: what it is and how its copy stands on this node.
package struct ItemReport: Sendable, Hashable, Codable {
    package let name: ItemName
    package let rule: ItemRule
    package let tables: [TableName]
    package let enabled: Bool
    /// The stable word of the copy's state: `off`, `starting`, `current`, `between-states`, `first-contact`,
    /// `not-shipped`, `quarantined`, `held`, `repairing`, `waiting-for-peer`.
    package let state: String
    /// What is wrong or what is awaited, in a sentence, with the command that helps.
    package let words: String?
    /// Rows known to be waiting at the peer.
    package let rowsWaiting: UInt64
    /// Rows applied since the daemon started.
    package let rowsApplied: UInt64
    /// The durable cursor into the peer's feed.
    package let cursor: FeedPosition
    /// Median lag of the recent changes, milliseconds from the writer's clock to the commit here.
    package let lagMilliseconds: Double?
    /// Seconds since this node last knew that it held everything the peer had.
    package let ageSeconds: Double?
    package let openConflicts: UInt64

    package init(
        name: ItemName, rule: ItemRule, tables: [TableName], enabled: Bool, state: String, words: String?,
        rowsWaiting: UInt64, rowsApplied: UInt64, cursor: FeedPosition, lagMilliseconds: Double?,
        ageSeconds: Double?, openConflicts: UInt64
    ) {
        self.name = name
        self.rule = rule
        self.tables = tables
        self.enabled = enabled
        self.state = state
        self.words = words
        self.rowsWaiting = rowsWaiting
        self.rowsApplied = rowsApplied
        self.cursor = cursor
        self.lagMilliseconds = lagMilliseconds
        self.ageSeconds = ageSeconds
        self.openConflicts = openConflicts
    }
}
