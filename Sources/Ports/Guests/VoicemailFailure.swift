/// Why a voicemail box could not be changed.
package struct VoicemailFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was tried, where, and what the system said.
    package let words: String

    package init(words: String) { self.words = words }

    package var description: String { words }
}
