/// Why a call file or its folder cannot be used.
package struct CallFileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, where, and what the system said.
    package let words: String

    package init(words: String) { self.words = words }

    package var description: String { words }
}
