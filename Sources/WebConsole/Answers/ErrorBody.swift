/// How an error looks on the wire: `{"error": {"code": "not-found", "message": "…"}}`.
package struct ErrorBody: Sendable, Hashable, Codable {
    /// What went wrong.
    package struct Detail: Sendable, Hashable, Codable {
        /// The stable word: `not-found`, `invalid`, `refused`, `unavailable`, `too-large`, `internal`.
        package let code: String
        /// One sentence for a person: what failed, where, and what helps.
        package let message: String

        package init(code: String, message: String) {
            self.code = code
            self.message = message
        }
    }

    package let error: Detail

    package init(code: String, message: String) {
        error = Detail(code: code, message: message)
    }
}
