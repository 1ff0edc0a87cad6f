import Vocabulary

/// Which service runs where, as one node sees it.
package struct ServicesReport: Sendable, Hashable, Codable {
    /// One service.
    package struct Line: Sendable, Hashable, Codable {
        /// The stable word: `pms-links`, `wake-ups-ring`.
        package let service: String
        /// The name as an operator reads it.
        package let title: String
        /// Where it runs: `primary`, `secondary`, `both`, `nobody`.
        package let now: String
        /// Where it runs, given the present owners, when both nodes are well.
        package let should: String
        package let why: String

        package init(service: String, title: String, now: String, should: String, why: String) {
            self.service = service
            self.title = title
            self.now = now
            self.should = should
            self.why = why
        }
    }

    /// The node that looks.
    package let mode: Mode
    package let at: WallTime
    package let scopes: [ScopeReport]
    package let lines: [Line]

    package init(mode: Mode, at: WallTime, scopes: [ScopeReport], lines: [Line]) {
        self.mode = mode
        self.at = at
        self.scopes = scopes
        self.lines = lines
    }
}
