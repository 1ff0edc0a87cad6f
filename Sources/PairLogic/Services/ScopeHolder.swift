import Vocabulary

/// Who may act for a scope now, as far as this node may rely on it.
package enum ScopeHolder: Sendable, Hashable {
    case node(Mode)
    /// Nothing was read from the database yet, or a hand-over is past the point where its giver may act and the
    /// receiver has not been heard to act. Exclusive duties are closed, wake-ups are open.
    case inDoubt
}
