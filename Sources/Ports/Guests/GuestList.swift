import Vocabulary

/// What is known of guests, and whose word it is.
package struct GuestList<Line: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// Who owns the guests; nil where nobody is known to.
    package let owner: Mode?
    /// Where this node only has a copy: how many seconds ago it last knew that it held everything; nil on the owner,
    /// and where that was never known.
    package let ageSeconds: Double?
    package let lines: [Line]

    package init(owner: Mode?, ageSeconds: Double? = nil, lines: [Line]) {
        self.owner = owner
        self.ageSeconds = ageSeconds
        self.lines = lines
    }
}
