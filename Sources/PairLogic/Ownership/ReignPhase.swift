/// How far a reign's record has come in a hand-over.
package enum ReignPhase: String, Sendable, Hashable, CaseIterable {
    /// No hand-over is under way.
    case settled
    /// The owner has put up the barrier: nobody writes the scope any more. Back to `settled` in the same reign, or on
    /// to `released` in the next.
    case closed
    /// The commit point is behind: the peer owns, and whoever gave it never acts in the former reign again, though it
    /// has not heard yet that the peer knows. Ends as `settled` when it hears so, or by another reign.
    case released
}
