/// How a node stands towards ringing wake-ups.
package struct RingingReport: Sendable, Hashable, Codable {
    /// How well it could ring now: `full`, `unkept` where it cannot write down what it does, `none`.
    package let ability: String
    /// Whether it is the one that should ring: the owner of the guests.
    package let isFirst: Bool
    /// Whether it rings what is due now, be it in the peer's stead.
    package let rings: Bool
    /// Whether the peer does, as far as it told; nil while it is not heard.
    package let peerRings: Bool?
    /// The peer's ability, as it last told; nil while it is not heard.
    package let peerAbility: String?
    /// Wake-ups that are due and have not ended.
    package let dueCount: Int
    /// Lines of the ledger that are not on the disk yet.
    package let unkeptCount: Int

    package init(
        ability: String, isFirst: Bool, rings: Bool, peerRings: Bool?, peerAbility: String?, dueCount: Int,
        unkeptCount: Int
    ) {
        self.ability = ability
        self.isFirst = isFirst
        self.rings = rings
        self.peerRings = peerRings
        self.peerAbility = peerAbility
        self.dueCount = dueCount
        self.unkeptCount = unkeptCount
    }
}
