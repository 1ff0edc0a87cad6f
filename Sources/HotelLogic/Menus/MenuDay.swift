/// The day on which something is to happen, as a menu says it.
package enum MenuDay: String, Sendable, Hashable, CaseIterable {
    case today, tomorrow
    /// No day is said.
    case later
}
