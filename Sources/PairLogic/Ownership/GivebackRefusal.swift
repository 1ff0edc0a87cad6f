import Vocabulary

/// Why this node does not give a scope back.
package enum GivebackRefusal: Sendable, Hashable, CaseIterable {
    case atHome
    case notOwner
    case alreadyReleased
    case underWay
    case busy
    case databaseAway
    /// Two daemons answer under one of the two names.
    case cloned
    case restored
    case peerNotHeard
    case notSeeingEachOther
    case peerDatabaseDown
    case peerAsteriskDown
    case peerRestored
    /// The peer has not told of this reign yet.
    case peerBehind
}

extension GivebackRefusal {
    /// Why, and what helps.
    package func words(own: Mode, scope: Scope) -> String {
        let peer = own.peer
        return switch self {
        case .atHome: "\(scope.rawValue) is at home on the \(own)"
        case .notOwner: "the \(own) does not own \(scope.rawValue)"
        case .alreadyReleased: "\(scope.rawValue) is released already; the \(peer) takes it as soon as it hears so"
        case .underWay: "\(scope.rawValue) is being given back already"
        case .busy: "the owner of \(scope.rawValue) is changing just now; try again in a moment"
        case .databaseAway: "this node's database does not answer"
        case .cloned: "two daemons answer under one name; stop the copy first"
        case .restored: "this node was restored and is taking back what it lost; wait until it has it"
        case .peerNotHeard: "the \(peer) is not heard; start it, or see what `comxfailover status` says of it"
        case .notSeeingEachOther:
            "the \(peer) does not hear this node; see what `comxfailover status` says of the paths"
        case .peerDatabaseDown: "the \(peer)'s database does not answer"
        case .peerAsteriskDown: "the \(peer)'s Asterisk does not run"
        case .peerRestored: "the \(peer) was restored and is taking back what it lost; wait until it has it"
        case .peerBehind: "the \(peer) has not stored yet that the \(own) owns \(scope.rawValue)"
        }
    }
}
