import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// How each item stands, as people are told.
extension CopyDesk {
    /// Says on the board how an item stands.
    func stand(_ name: ItemName, _ state: ItemStanding.State) {
        let former = board.change { content -> ItemStanding.State? in
            let former = content.standings[name]?.state
            content.standings[name, default: ItemStanding()].state = state
            return former
        }
        guard former != state else { return }
        switch state {
        case .quarantined, .firstContact, .held, .notShipped:
            let words = state.words(item: name) ?? state.word
            service.logger.warning("item \(name): \(words)")
            board.record(.item, "item \(name) stands still", [words], at: service.clock.wallTime())
        case .current where former == .betweenStates:
            service.logger.info("item \(name) is current")
        case .off, .starting, .waitingForPeer, .current, .betweenStates, .repairing:
            break
        }
    }

    /// The items that wait for the peer: those that were begun, and before the first look all that are switched on.
    var reading: Set<ItemName> {
        items.isEmpty ? Set(board.read { $0.items.filter(\.isEnabled).map(\.name) }) : Set(items.keys)
    }
}
