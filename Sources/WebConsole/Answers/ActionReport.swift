/// The answer to a request that changes something: what was done, and to what.
package struct ActionReport: Sendable, Hashable, Codable {
    /// The stable word: `added`, `enabled`, `disabled`, `retried`, `removed`, `restored`, `triggers-removed`,
    /// `clock-confirmed`.
    package let action: String
    /// The item or the ledger entry concerned; nil where the whole node is.
    package let subject: String?
    /// How many things were changed, where there is something to count.
    package let count: Int?

    package init(action: String, subject: String?, count: Int? = nil) {
        self.action = action
        self.subject = subject
        self.count = count
    }
}
