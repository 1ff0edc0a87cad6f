import Vocabulary

/// Who owns one scope, and in which reign.
package struct Ownership: Sendable, Hashable {
    package let scope: Scope
    package let owner: Mode
    package let epoch: Epoch

    package init(scope: Scope, owner: Mode, epoch: Epoch) {
        self.scope = scope
        self.owner = owner
        self.epoch = epoch
    }

    /// How a scope is born: owned by its home.
    package static func first(of scope: Scope) -> Ownership {
        Ownership(scope: scope, owner: scope.home, epoch: .first(of: scope))
    }

    /// What is true once both are known: the higher epoch wins, always.
    ///
    /// Two owners in one epoch cannot come about, since the nodes mint epochs of different parity. Should a damaged
    /// store claim it all the same, the scope's home wins on both nodes. Both must speak of the same scope.
    package func merging(_ other: Ownership) -> Ownership {
        precondition(scope == other.scope, "ownership of \(scope) merged with that of \(other.scope)")
        guard epoch == other.epoch else { return epoch > other.epoch ? self : other }
        return owner == scope.home ? self : other
    }
}
