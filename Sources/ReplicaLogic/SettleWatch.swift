import Vocabulary

/// Notices that a feed does not settle for too long, because somebody keeps a transaction open.
package struct SettleWatch: Sendable, Hashable {
    /// How often whoever holds it up is named anew.
    package static let nameEvery = Duration.seconds(10)

    /// What people should be told.
    package enum Directive: Sendable, Hashable {
        /// Find out who holds the feed up, and say so.
        case name
        /// It has settled.
        case clear
    }

    private let limit: Duration
    private var unsettledSince: Instant?
    private var namedAt: Instant?

    package init(limit: Duration) { self.limit = limit }

    /// The feed was looked at.
    package mutating func looked(isQuiet: Bool, at now: Instant) -> Directive? {
        guard !isQuiet else {
            unsettledSince = nil
            defer { namedAt = nil }
            return namedAt == nil ? nil : .clear
        }
        let since = unsettledSince ?? now
        unsettledSince = since
        guard now - since > limit, namedAt.map({ now - $0 >= Self.nameEvery }) ?? true else { return nil }
        namedAt = now
        return .name
    }
}
