import HotelLogic
import PairLogic
import Ports

extension RingingReport {
    /// Nil where this node wakes nobody.
    init?(_ content: NodeBoard.Content) {
        guard let ringing = content.ringing else { return nil }
        let peer = content.peer?.isUnheard == false ? content.peerRinging?.stand : nil
        self.init(
            ability: ringing.stand.ability.word, isFirst: ringing.stand.isFirst, rings: ringing.rings,
            peerRings: peer.map { $0.holdsTurn || (ringing.leavesIt && $0.ability > .none) },
            peerAbility: peer?.ability.word, dueCount: ringing.dueCount, unkeptCount: ringing.unkeptCount)
    }
}

extension RingingStanding {
    /// It is to ring and cannot, so that a peer that hears of it does.
    fileprivate var leavesIt: Bool { stand.isFirst && stand.ability == .none }
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
