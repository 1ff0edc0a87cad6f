import Vocabulary

/// Everything that decides which service runs where, as one node sees it.
package struct PairView: Sendable, Hashable {
    /// The node that looks.
    package var own: Mode
    package var guest: ScopeHolder
    package var configuration: ScopeHolder
    package var ability: NodeAbility
    package var peer: PeerPresence

    package init(
        own: Mode, guest: ScopeHolder, configuration: ScopeHolder, ability: NodeAbility, peer: PeerPresence
    ) {
        self.own = own
        self.guest = guest
        self.configuration = configuration
        self.ability = ability
        self.peer = peer
    }

    package func holder(of scope: Scope) -> ScopeHolder {
        switch scope {
        case .guest: guest
        case .configuration: configuration
        }
    }

    /// The same pair after another holder came into a scope.
    package func with(_ holder: ScopeHolder, of scope: Scope) -> PairView {
        var view = self
        switch scope {
        case .guest: view.guest = holder
        case .configuration: view.configuration = holder
        }
        return view
    }
}
