import Vocabulary

/// What is durable about an item's copy, besides its cursors.
package struct CopyRecord: Sendable, Hashable {
    /// Why an item stands still.
    package struct Quarantine: Sendable, Hashable {
        package let table: TableName
        package let key: [String: String]
        package let number: UInt32
        package let words: String

        package init(table: TableName, key: [String: String], number: UInt32, words: String) {
            self.table = table
            self.key = key
            self.number = number
            self.words = words
        }
    }

    /// Whether the two nodes have met over this item; before that, data on both sides is an operator's question.
    package var isEstablished = false
    /// Whether every origin's rows are to be taken back from the peer, after a restore.
    package var isRebuilding = false
    package var quarantine: Quarantine?

    package init() {}
}
