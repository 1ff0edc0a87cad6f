/// A body of data with one owner at a time: who owns a scope may write its items and perform its duties.
package enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    /// Extensions, routes, users, tariffs: at home on the Primary.
    case configuration
    /// Stays, room state, wake-ups: at home on the Secondary.
    case guest

    /// The node that owns this scope when nothing is wrong.
    package var home: Mode { self == .configuration ? .primary : .secondary }
}
