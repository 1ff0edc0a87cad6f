import Vocabulary

/// By what rule a service finds its node.
package enum ServiceRule: Sendable, Hashable {
    /// Phones choose by themselves: this server first, the other where the first does not answer.
    case phones(first: Mode)
    /// It takes both nodes.
    case acrossTrunk
    /// Each node for itself.
    case eachNode(String)
    /// Each node for the phones that are on it.
    case wherePhonesAre(String)
    /// The owner alone, and never two at once: closed wherever the truth is unknown.
    case exclusive(Scope, otherwise: String)
    /// The owner alone; what is changed twice is settled row by row.
    case owner(Scope, otherwise: String)
    /// The owner, or from its last copy the other.
    case ownerOrCopy(Scope, otherwise: String)
    /// The owner, or whoever is able: better twice than never.
    case ownerOrAble(Scope)
}
