import Vocabulary

/// What is *not* protected by the copy, and why.
package struct CoverageReport: Sendable, Hashable, Codable {
    /// One gap in the protection.
    package struct Gap: Sendable, Hashable, Codable {
        /// The stable word of the kind: `no-item`, `item-off`, `no-key`, `duplicate-keys`, `engine`, `no-trigger`,
        /// `dirty`, `cascade`, `missing-table`.
        package let kind: String
        /// The table or item concerned.
        package let subject: String
        /// What is wrong.
        package let words: String
        /// What an operator can do about it.
        package let cure: String

        package init(kind: String, subject: String, words: String, cure: String) {
            self.kind = kind
            self.subject = subject
            self.words = words
            self.cure = cure
        }
    }

    package let tablesProtected: Int
    package let gaps: [Gap]

    package init(tablesProtected: Int, gaps: [Gap]) {
        self.tablesProtected = tablesProtected
        self.gaps = gaps
    }
}
