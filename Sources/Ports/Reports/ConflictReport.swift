import Vocabulary

/// One entry of the conflict ledger: a row that lost, whole, beside the row that won.
package struct ConflictReport: Sendable, Hashable, Codable {
    package let id: UInt64
    package let item: ItemName
    package let table: TableName
    /// The key columns and their values, as text.
    package let key: [String: String]
    /// The stable word of the reason: `conflict`, `drift`, `first-contact`, `repair`, `put-back`,
    /// `restored-node`.
    package let reason: String
    package let at: WallTime
    package let winner: String
    package let loser: String
    /// Columns and values of the row that won; nil where it won by being deleted.
    package let winnerImage: [String: String?]?
    /// Columns and values of the row that lost; nil where it lost by being deleted.
    package let loserImage: [String: String?]?
    /// `open`, `restored`, or `known`: an operator's own act put it here.
    package let state: String

    package init(
        id: UInt64, item: ItemName, table: TableName, key: [String: String], reason: String, at: WallTime,
        winner: String, loser: String, winnerImage: [String: String?]?, loserImage: [String: String?]?, state: String
    ) {
        self.id = id
        self.item = item
        self.table = table
        self.key = key
        self.reason = reason
        self.at = at
        self.winner = winner
        self.loser = loser
        self.winnerImage = winnerImage
        self.loserImage = loserImage
        self.state = state
    }
}
