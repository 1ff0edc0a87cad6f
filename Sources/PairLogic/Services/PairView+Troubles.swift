import Vocabulary

/// What keeps a node from a kind of work, in words for people; nil where nothing does.
extension PairView {
    /// Serving what a scope's owner serves: a daemon that is heard, its database, and all of its rows.
    func trouble(of node: Mode) -> String? {
        guard node != own else { return trouble(of: node, ability) }
        switch peer {
        case .unconfigured: return "this node has no peer"
        case .unknown: return "the \(node) has not been heard yet"
        case .unheard: return "the \(node) is not heard"
        case .heard(let theirs): return trouble(of: node, theirs)
        }
    }

    private func trouble(of node: Mode, _ ability: NodeAbility) -> String? {
        if !ability.isDatabaseUp { return "the \(node)'s database does not answer" }
        if ability.isCloned { return "two daemons answer as the \(node)" }
        return ability.isRestored ? "the \(node) was restored and is taking back what it lost" : nil
    }

    /// Doing what must never be done by two: besides all that, the truth must be known, and there must be two nodes.
    func exclusiveTrouble(of node: Mode) -> String? {
        if case .heard(let theirs) = peer, theirs.isCloned { return "two daemons answer as the \(own.peer)" }
        if ability.isCloned { return "two daemons answer as the \(own)" }
        if let trouble = trouble(of: node) { return trouble }
        guard node == own, peer == .unknown else { return nil }
        return "the \(own) was just started and waits to hear the \(own.peer)"
    }

    /// Ringing a phone and keeping the books of it.
    func ringingTrouble(of node: Mode) -> String? {
        trouble(of: node) ?? asteriskTrouble(of: node)
    }

    /// Putting phones through.
    func asteriskTrouble(of node: Mode) -> String? {
        guard !isAsteriskUp(on: node) else { return nil }
        if node == own, ability.asterisk == .none { return "the \(node) has no Asterisk" }
        if node != own, case .heard(let theirs) = peer, theirs.asterisk == .none {
            return "the \(node) has no Asterisk"
        }
        return "the \(node)'s Asterisk does not answer"
    }

    /// Whether phones can be put through on a node. Of a node that is still awaited the better is assumed: calls do not
    /// wait for anybody.
    func isAsteriskUp(on node: Mode) -> Bool {
        guard node != own else { return ability.asterisk == .up }
        switch peer {
        case .unconfigured: return false
        case .unknown: return true
        case .heard(let theirs): return theirs.asterisk == .up
        case .unheard(let asteriskAnswers): return asteriskAnswers
        }
    }

    /// Whether anything of a node's own runs: a daemon or an Asterisk.
    func isThere(_ node: Mode) -> Bool {
        if node == own { return true }
        switch peer {
        case .unconfigured: return false
        case .unknown, .heard: return true
        case .unheard(let asteriskAnswers): return asteriskAnswers
        }
    }
}
