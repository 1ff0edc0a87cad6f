/// How a node stands towards ringing wake-ups.
package struct RingingReport: Sendable, Hashable, Codable {
    /// How well it could ring now: `full`, `unkept` where it cannot write down what it does, `none`.
    package let ability: String
    /// Whether it is the one to ring now.
    package let holdsTurn: Bool
    /// Whether the peer is; nil while the peer is not heard.
    package let peerHoldsTurn: Bool?
    /// The peer's ability, as it last told; nil while the peer is not heard.
    package let peerAbility: String?
    /// Wake-ups that are due and have not ended.
    package let dueCount: Int
    /// Lines of the ledger that are not on the disk yet.
    package let unkeptCount: Int

    package init(
        ability: String, holdsTurn: Bool, peerHoldsTurn: Bool?, peerAbility: String?, dueCount: Int, unkeptCount: Int
    ) {
        self.ability = ability
        self.holdsTurn = holdsTurn
        self.peerHoldsTurn = peerHoldsTurn
        self.peerAbility = peerAbility
        self.dueCount = dueCount
        self.unkeptCount = unkeptCount
    }
}
