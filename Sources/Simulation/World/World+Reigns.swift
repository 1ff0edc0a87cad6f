import PairLogic
import ReplicaLogic
import Vocabulary

/// Ownership as the daemons decide it: what a scope's machine hears, and what it says.
extension World {
    /// Something happened to one scope's machine.
    func take(_ input: ReignInput, of scope: Scope, at node: SimulatedNode) {
        let role = Catalogue.role(of: scope)
        guard let directives = node.daemon?.reigns[role].machine.take(input, at: now) else { return }
        for directive in directives { carryOut(directive, of: scope, at: node) }
    }

    private func carryOut(_ directive: ReignDirective, of scope: Scope, at node: SimulatedNode) {
        switch directive {
        case .holds: watchDuties()
        case .load: begin(.load, of: scope, at: node)
        case .store(let record): begin(.store(record), of: scope, at: node)
        case .raiseBarrier(let reign): begin(.raise(reign), of: scope, at: node)
        case .lowerBarrier(let reign): begin(.lower(reign), of: scope, at: node)
        case .ask(let question): ask(question, from: node)
        case .announce(let reign):
            if let words = reignBook.fault(announcing: reign, by: node.mode) { violate(words) }
            send(from: node)
        case .refusedTakeover(let refusal):
            tell("\(node.mode) refuses: \(refusal.words(own: node.mode, scope: scope))")
        case .refusedGiveback(let refusal):
            tell("\(node.mode) refuses: \(refusal.words(own: node.mode, scope: scope))")
        case .told(let news): told(news, of: scope, at: node)
        }
    }

    private func told(_ news: ReignNews, of scope: Scope, at node: SimulatedNode) {
        tell("\(node.mode): \(news.words)")
        switch news {
        case .tookOver:
            counts.takeovers += 1
            temptFate(node, scope)
        case .givebackBegan, .barrierUp: temptFate(node, scope)
        case .released:
            counts.releases += 1
            temptFate(node, scope)
        case .received: counts.givebacks += 1
        case .outdone, .stoodDown, .learned, .comingNear, .arrived, .givebackFailed, .reopened, .renewed,
            .storeTrouble:
            break
        }
    }

    /// How the two nodes stand now, as a scope's machine must know it.
    func stand(_ node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let presence = presence(at: node)
        for scope in Scope.allCases {
            take(.peerStands(presence, isSeeingEachOther: daemon.machine.seesEachOther), of: scope, at: node)
            take(.ableTo(ability(of: node)), of: scope, at: node)
        }
    }

    private func presence(at node: SimulatedNode) -> PeerPresence {
        let presence = node.daemon?.machine.presence ?? .unknown
        guard presence == .unknown, has(.truthNotAwaited) else { return presence }
        return .unheard(asteriskAnswers: false)
    }

    func ability(of node: SimulatedNode) -> NodeAbility {
        guard let daemon = node.daemon else { return NodeAbility(isDatabaseUp: false) }
        return NodeAbility(
            isDatabaseUp: node.isDatabaseUp && daemon.settling != nil, asterisk: node.asterisk.isUp ? .up : .down,
            isRestored: node.store.image.suspectAbove != nil || daemon.machine.isRestored,
            isCloned: daemon.machine.seesClone || daemon.machine.isSeenTwice)
    }

    /// The pair as one node sees it.
    func view(of node: SimulatedNode, _ daemon: Daemon) -> PairView {
        PairView(
            own: node.mode, guest: holder(of: .guest, daemon), configuration: holder(of: .configuration, daemon),
            ability: ability(of: node), peer: presence(at: node))
    }

    private func holder(of scope: Scope, _ daemon: Daemon) -> ScopeHolder {
        let machine = daemon.reign(scope)
        guard has(.standDownAwaitsStore), let record = machine.record else { return machine.holder }
        return .node(record.ownership.owner)
    }

    /// What a heartbeat tells of a scope.
    func announced(_ scope: Scope, by node: SimulatedNode) -> Ownership {
        let nothing = Ownership(scope: scope, owner: scope.home, epoch: Epoch(rawValue: 0))
        guard let machine = node.daemon?.reign(scope) else { return nothing }
        if has(.announcedBeforeStored), case .storing(let wanted, _) = machine.state { return wanted.ownership }
        guard let announced = machine.announced else { return nothing }
        if let words = reignBook.fault(announcing: announced, by: node.mode) { violate(words) }
        return announced
    }

    /// Whether the peer owns a scope for certain: it has said so itself.
    func isPeers(_ record: ReignRecord?, at node: SimulatedNode) -> Bool {
        guard let record else { return false }
        return record.phase == .settled && record.ownership.owner == node.mode.peer
    }

    /// The database answers again, and may be an older one. A daemon that is up knows what it has read of it before,
    /// which may be one scope's reign and not the other's.
    func databaseReturned(_ node: SimulatedNode) {
        for scope in Scope.allCases {
            if node.daemon?.reign(scope).record == nil {
                willRead(scope, at: node)
            } else {
                take(.databaseReturned, of: scope, at: node)
            }
        }
    }

    /// A daemon that knows nothing of a scope yet begins with what is on its disk.
    func willRead(_ scope: Scope, at node: SimulatedNode) {
        let role = Catalogue.role(of: scope)
        reignBook.began(
            node.mode, with: node.store.image.reigns[role], beside: peer(of: node).store.image.reigns[role])
    }

    /// Where the two nodes do not agree yet on who owns what, or something is under way.
    func reignUnrest() -> String? {
        for scope in Scope.allCases {
            let role = Catalogue.role(of: scope)
            let (one, other) = (primary.store.image.reigns[role], secondary.store.image.reigns[role])
            guard one == other else { return "who owns \(scope.rawValue) is not the same on both: \(one), \(other)" }
            guard one.phase == .settled else { return "the giveback of \(scope.rawValue) has not ended" }
            for node in nodes {
                guard let machine = node.daemon?.reign(scope) else { return "a daemon is not there" }
                guard machine.state == .settled, machine.record == one else {
                    return "\(node.mode) is at work on who owns \(scope.rawValue)"
                }
                guard machine.holder == .node(one.ownership.owner) else { return "\(scope.rawValue) is in doubt" }
            }
            guard !wantsHome || one.ownership.owner == scope.home else { return "\(scope.rawValue) is away from home" }
        }
        return nil
    }
}
