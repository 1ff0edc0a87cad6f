import Vocabulary

/// What is known of guests, and whose word it is.
package struct GuestList<Line: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    /// Who owns the guests; nil where nobody is known to.
    package let owner: Mode?
    /// This node does not own them: it tells what it was last told.
    package let isCopy: Bool
    /// Of a copy: how many seconds ago this node last knew that it held everything; nil where that was never known.
    package let ageSeconds: Double?
    package let lines: [Line]

    /// The same list with other lines.
    package func with(_ lines: [Line]) -> GuestList {
        GuestList(owner: owner, isCopy: isCopy, ageSeconds: ageSeconds, lines: lines)
    }

    package init(owner: Mode?, isCopy: Bool, ageSeconds: Double? = nil, lines: [Line]) {
        self.owner = owner
        self.isCopy = isCopy
        self.ageSeconds = ageSeconds
        self.lines = lines
    }
}
