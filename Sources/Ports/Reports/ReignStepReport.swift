import Vocabulary

/// One step of a takeover or a giveback: a line of the stream behind the verb.
package struct ReignStepReport: Sendable, Hashable, Codable {
    /// How it stands with the scope.
    package enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
        /// It goes on; the words say how far it has come.
        case goes
        case done
        /// Nothing was begun.
        case refused
        /// It was begun, and came to nothing; who owned the scope owns it still.
        case failed

        package var isLast: Bool { self != .goes }
    }

    package let scope: Scope
    package let phase: Phase
    package let words: String

    package init(scope: Scope, phase: Phase, words: String) {
        self.scope = scope
        self.phase = phase
        self.words = words
    }
}
