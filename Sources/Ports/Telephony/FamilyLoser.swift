/// A value of an entry that gave way, because Asterisk's database and the table were changed without knowing of each
/// other.
package struct FamilyLoser: Sendable, Hashable {
    /// Where the value stood.
    package enum Side: Sendable, Hashable {
        case asterisk
        case table
    }

    /// The path below the family.
    package let entry: String
    /// Where the value stood that gave way.
    package let side: Side
    /// nil: the entry was removed there.
    package let loser: String?
    package let winner: String?

    package init(entry: String, side: Side, loser: String?, winner: String?) {
        self.entry = entry
        self.side = side
        self.loser = loser
        self.winner = winner
    }
}
