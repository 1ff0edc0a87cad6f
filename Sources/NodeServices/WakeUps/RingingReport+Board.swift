import HotelLogic
import PairLogic
import Ports

extension RingingReport {
    /// Nil where this node wakes nobody.
    init?(_ content: NodeBoard.Content) {
        guard let ringing = content.ringing else { return nil }
        let peer = content.peer?.isUnheard == false ? content.peerRinging?.stand : nil
        self.init(
            ability: ringing.stand.ability.word, holdsTurn: ringing.stand.holdsTurn,
            peerHoldsTurn: peer?.holdsTurn, peerAbility: peer?.ability.word, dueCount: ringing.dueCount,
            unkeptCount: ringing.unkeptCount)
    }
}

extension RingingAbility {
    /// The stable word in JSON.
    fileprivate var word: String {
        switch self {
        case .none: "none"
        case .unkept: "unkept"
        case .full: "full"
        }
    }
}
