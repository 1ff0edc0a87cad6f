/// One family as the database holds it: its table, and what was last seen in both places.
package struct FamilyReading: Sendable, Hashable {
    /// The table's entries, by their paths below the family.
    package var table: [String: String]
    package var seen: [String: String]
    /// The mark that Asterisk's database was given last; nil where this node never looked.
    package var mark: UInt64?

    package init(table: [String: String] = [:], seen: [String: String] = [:], mark: UInt64? = nil) {
        self.table = table
        self.seen = seen
        self.mark = mark
    }
}
