/// Why a row lost and stands in the conflict ledger.
package enum LedgerReason: String, Sendable, Hashable, Codable {
    /// Both nodes wrote it without knowing of each other.
    case conflict
    /// It was written by the node that did not own its scope.
    case drift
    /// Both nodes had data when they first met, and an operator chose the other side.
    case firstContact = "first-contact"
    /// A repair replaced it.
    case repair
    /// It stood where an operator put a former loser back.
    case putBack = "put-back"
    /// It was written on a node that had been restored from an older image.
    case restoredNode = "restored-node"
}
