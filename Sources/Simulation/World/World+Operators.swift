import PairLogic
import Vocabulary

/// What operators do at the two consoles, and what goes wrong just then.
extension World {
    /// An operator does something, at whatever moment.
    func order() {
        guard isStormy else { return }
        if let orders = storm.orders { plan(.order, in: random.milliseconds(orders)) }
        orderSomething()
    }

    func orderSomething() {
        let node = node(random.chance(perMille: 500) ? .primary : .secondary)
        let scope = anyScope()
        switch random.below(100) {
        case ..<25: takeOver(scope, by: node, isForced: false)
        case ..<45: takeOver(scope, by: node, isForced: true)
        case ..<50: take(.givebackStopped, of: scope, at: node)
        default: giveBack(scope)
        }
    }

    func anyScope() -> Scope { random.chance(perMille: 500) ? .configuration : .guest }

    /// An operator makes this node the owner of a scope.
    func takeOver(_ scope: Scope, by node: SimulatedNode, isForced: Bool) {
        guard node.daemon != nil else { return }
        tell("an operator wants \(node.mode) to own \(scope.rawValue)\(isForced ? ", whatever comes" : "")")
        take(.takeoverWanted(isForced: isForced), of: scope, at: node)
    }

    /// An operator wants a scope back home, and says so at either node, or at both.
    func giveBack(_ scope: Scope) {
        let (home, owner) = (node(scope.home), node(scope.home.peer))
        tell("an operator wants \(scope.rawValue) to go home")
        let place = random.below(5)
        if place > 0 { take(.givebackWanted(.operatorHere), of: scope, at: owner) }
        if place < 2, home.daemon != nil { send(.giveback(scope), from: home) }
    }

    /// The faults have ended: scopes go home by themselves, or an operator gives them back.
    func goHome() {
        guard violations.isEmpty else { return }
        wantsHome = true
        guard !goesHomeAlone else { return }
        for scope in Scope.allCases { take(.givebackWanted(.operatorHere), of: scope, at: node(scope.home.peer)) }
    }

    /// Now is a bad moment for something to go wrong.
    func temptFate(_ node: SimulatedNode, _ scope: Scope) {
        guard isStormy, random.chance(perMille: storm.provocationsPerMille) else { return }
        plan(.provocation(node.mode, scope), in: random.milliseconds(0...(random.chance(perMille: 500) ? 60 : 400)))
    }

    func provoke(_ node: SimulatedNode, _ scope: Scope) {
        guard isStormy else { return }
        if random.chance(perMille: storm.barriersPerMille) { return loseBarriers(node) }
        switch random.below(8) {
        case 0: killDaemon(node)
        case 1: killDaemon(peer(of: node))
        case 2: killDatabase(node, image: nil)
        case 3: cut([.primary, .secondary])
        case 4: cut([random.chance(perMille: 500) ? .primary : .secondary])
        case 5: takeOver(scope, by: peer(of: node), isForced: true)
        default: giveBack(scope)
        }
    }
}
