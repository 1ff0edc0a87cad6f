import Vocabulary

/// The row of `scope_role` that rules an item: one for each scope, one for what both nodes write.
package enum ScopeRow: UInt8, Sendable, Hashable, CaseIterable {
    case configuration = 1
    case guest = 2
    case shared = 3

    package init(_ scope: Scope) { self = scope == .configuration ? .configuration : .guest }

    package init(_ rule: ItemRule) {
        switch rule {
        case .owned(let scope): self.init(scope)
        case .appendOnly, .newestWins: self = .shared
        }
    }

    package var scope: Scope? {
        switch self {
        case .configuration: .configuration
        case .guest: .guest
        case .shared: nil
        }
    }
}
