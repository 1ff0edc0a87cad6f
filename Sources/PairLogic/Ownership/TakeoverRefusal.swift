import Vocabulary

/// Why this node does not take a scope over.
package enum TakeoverRefusal: Sendable, Hashable, CaseIterable {
    case alreadyOwner
    /// Something else is being stored.
    case busy
    case databaseAway
    /// Two daemons answer under this node's name.
    case cloned
    /// Its rows are those of an older image, and the peer that has the newer ones is there.
    case restored
    /// Its rows are those of an older image, and nobody is there to bring the newer ones.
    case restoredAlone
    case peerHeard
    case peerUnknown
    /// This node released the scope, and never heard that the peer has it.
    case inDoubt
}

extension TakeoverRefusal {
    /// Whether an operator may insist.
    package var yieldsToForce: Bool {
        switch self {
        case .alreadyOwner, .busy, .databaseAway, .cloned, .restored: false
        case .restoredAlone, .peerHeard, .peerUnknown, .inDoubt: true
        }
    }

    /// Why, and what helps.
    package func words(own: Mode, scope: Scope) -> String {
        let peer = own.peer
        return switch self {
        case .alreadyOwner: "the \(own) owns \(scope.rawValue) already"
        case .busy: "the owner of \(scope.rawValue) is changing just now; try again in a moment"
        case .databaseAway: "this node's database does not answer, and without it nobody can become owner"
        case .cloned: "two daemons answer as the \(own); stop the copy first"
        case .restored: "this node was restored and is taking back from the \(peer) what it lost; wait until it has it"
        case .restoredAlone: "this node was restored and has not taken back what it lost, and the \(peer) is not heard"
        case .peerHeard where scope.home == own:
            "the \(peer) is heard, and gives it back without a loss: comxfailover failover giveback \(scope.rawValue)"
        case .peerHeard: "the \(peer) is heard, and \(scope.rawValue) is at home there"
        case .peerUnknown: "it is not known yet whether the \(peer) is there; wait for a few seconds"
        case .inDoubt: "this node released \(scope.rawValue), and has not heard whether the \(peer) has it"
        }
    }

    /// What insisting means; nil where it changes nothing.
    package func forcing(own: Mode, scope: Scope) -> String? {
        let peer = own.peer
        return switch self {
        case .alreadyOwner, .busy, .databaseAway, .cloned, .restored: nil
        case .peerHeard:
            "forced, the \(own) becomes owner all the same: the \(peer) stands down as soon as it hears so, within a "
                + "second; what was written there and has not crossed still comes, and where both wrote the same row "
                + "the \(own)'s later write wins and the other goes to the conflict ledger"
        case .peerUnknown:
            "forced, the \(own) becomes owner without having heard the \(peer): should it be alive, both do what must "
                + "be done by one alone until they hear each other"
        case .restoredAlone:
            "forced, the \(own) becomes owner with the rows of an older image: what changed since is missing until the "
                + "\(peer) is heard again, and wake-ups that were cancelled may ring"
        case .inDoubt:
            "forced, the \(own) takes \(scope.rawValue) again at a higher epoch: should the \(peer) have it by now, it "
                + "stands down when it hears so, and until then both act as owner"
        }
    }
}
