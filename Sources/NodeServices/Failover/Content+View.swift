import PairLogic
import Ports
import Vocabulary

extension NodeBoard.Content {
    /// What decides which service runs where, as this node sees it.
    ///
    /// - Parameters:
    ///   - hasPeer: whether the settings name one; until the first look at it nothing is known of it.
    ///   - asterisk: this node's own; nil where the settings name none.
    func view(of own: Mode, hasPeer: Bool, asterisk: (any AsteriskPort)?) -> PairView {
        PairView(
            own: own, guest: holder(of: .guest), configuration: holder(of: .configuration),
            ability: ability(asterisk: asterisk), peer: peer?.presence ?? (hasPeer ? .unknown : .unconfigured))
    }

    /// Who may act for a scope. Before the database was reached nobody is known to.
    package func holder(of scope: Scope) -> ScopeHolder { reigns[scope]?.holder ?? .inDoubt }

    private func ability(asterisk: (any AsteriskPort)?) -> NodeAbility {
        NodeAbility(
            isDatabaseUp: isDatabaseUp,
            asterisk: asterisk.map { $0.situation == .running ? .up : .down } ?? .none,
            isRestored: feed.life?.suspectAbove != nil || peer?.isRestored == true,
            isCloned: peer?.isSeenTwice == true && peer?.isUnheard == false)
    }
}
