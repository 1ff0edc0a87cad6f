import Vocabulary

extension ServiceRule {
    /// What a rule says of one view of the pair.
    struct Placing {
        let now: ServicePlace
        let should: ServicePlace
        let why: String
    }

    func placing(in view: PairView) -> Placing {
        switch self {
        case .phones(let first): phones(first: first, view)
        case .acrossTrunk: acrossTrunk(view)
        case .eachNode(let words):
            Placing(now: ServicePlace(Mode.allCases.filter(view.isThere)), should: .both, why: "each its own, \(words)")
        case .wherePhonesAre(let words):
            wherePhonesAre(words, view)
        case .exclusive(let scope, let otherwise):
            ownerAlone(scope, view, otherwise: otherwise, trouble: view.exclusiveTrouble)
        case .owner(let scope, let otherwise):
            ownerAlone(scope, view, otherwise: otherwise, trouble: view.trouble)
        case .ownerOrCopy(let scope, let otherwise): ownerOrCopy(scope, view, otherwise: otherwise)
        case .ownerOrAble(let scope): ownerOrAble(scope, view)
        }
    }

    private func phones(first: Mode, _ view: PairView) -> Placing {
        let should = ServicePlace.node(first)
        guard let gone = view.asteriskTrouble(of: first) else {
            return Placing(now: should, should: should, why: "their first server")
        }
        guard view.isAsteriskUp(on: first.peer) else { return Placing(now: .nobody, should: should, why: gone) }
        return Placing(now: .node(first.peer), should: should, why: "\(gone): they use their backup")
    }

    private func acrossTrunk(_ view: PairView) -> Placing {
        let nodes = Mode.allCases.filter(view.isAsteriskUp)
        let why =
            switch nodes.count {
            case 2: "over the trunk \(PeerTrunk.name)"
            case 1: "all calls stay on one node"
            default: "no Asterisk answers on either node"
            }
        return Placing(now: ServicePlace(nodes), should: .both, why: why)
    }

    private func wherePhonesAre(_ words: String, _ view: PairView) -> Placing {
        let troubles = Mode.allCases.compactMap(view.asteriskTrouble)
        return Placing(
            now: ServicePlace(Mode.allCases.filter(view.isAsteriskUp)), should: .both,
            why: (troubles + [words]).joined(separator: "; "))
    }

    private func ownerAlone(
        _ scope: Scope, _ view: PairView, otherwise: String, trouble: (Mode) -> String?
    ) -> Placing {
        guard case .node(let owner) = view.holder(of: scope) else {
            return Placing(now: .nobody, should: .nobody, why: "\(Self.doubt(scope)); \(otherwise)")
        }
        let should = ServicePlace.node(owner)
        if let trouble = trouble(owner) {
            return Placing(now: .nobody, should: should, why: "\(trouble); \(otherwise)")
        }
        return Placing(now: should, should: should, why: Self.ownerWords(owner, scope))
    }

    private func ownerOrCopy(_ scope: Scope, _ view: PairView, otherwise: String) -> Placing {
        guard case .node(let owner) = view.holder(of: scope) else {
            let able = Mode.allCases.filter { view.trouble(of: $0) == nil }
            return Placing(now: ServicePlace(able), should: .nobody, why: "\(Self.doubt(scope)): \(otherwise)")
        }
        let should = ServicePlace.node(owner)
        guard let trouble = view.trouble(of: owner) else {
            return Placing(now: should, should: should, why: Self.ownerWords(owner, scope))
        }
        guard view.trouble(of: owner.peer) == nil else { return Placing(now: .nobody, should: should, why: trouble) }
        return Placing(now: .node(owner.peer), should: should, why: "\(trouble); from the last copy, \(otherwise)")
    }

    /// Whoever is able in full; failing that, whoever has an Asterisk and what is due in its memory.
    private func ownerOrAble(_ scope: Scope, _ view: PairView) -> Placing {
        guard case .node(let owner) = view.holder(of: scope) else {
            let able = Mode.allCases.filter { view.ringingTrouble(of: $0) == nil }
            let nodes = able.isEmpty ? Mode.allCases.filter { canRing(on: $0, view) } : able
            let why = nodes.isEmpty ? "and neither node can ring" : "better twice than never"
            return Placing(now: ServicePlace(nodes), should: .nobody, why: "\(Self.doubt(scope)): \(why)")
        }
        let should = ServicePlace.node(owner)
        guard let trouble = view.ringingTrouble(of: owner) else {
            return Placing(now: should, should: should, why: Self.ownerWords(owner, scope))
        }
        if view.ringingTrouble(of: owner.peer) == nil {
            return Placing(
                now: .node(owner.peer), should: should, why: "\(trouble): the \(owner.peer) rings what is due")
        }
        guard let last = [owner, owner.peer].first(where: { canRing(on: $0, view) }) else {
            return Placing(now: .nobody, should: should, why: "\(trouble), and the \(owner.peer) cannot ring either")
        }
        return Placing(now: .node(last), should: should, why: "\(trouble); rung from what is known here")
    }

    /// Whether a node's daemon can make its Asterisk ring at all.
    private func canRing(on node: Mode, _ view: PairView) -> Bool {
        guard view.isAsteriskUp(on: node) else { return false }
        if node == view.own { return true }
        guard case .heard = view.peer else { return false }
        return true
    }

    private static func doubt(_ scope: Scope) -> String { "it is in doubt who owns \(scope.rawValue)" }

    private static func ownerWords(_ owner: Mode, _ scope: Scope) -> String {
        let words = "the \(owner) owns \(scope.rawValue)"
        return owner == scope.home ? words : "\(words), away from its home"
    }
}
