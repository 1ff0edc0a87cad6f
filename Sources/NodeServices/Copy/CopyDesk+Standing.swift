import Logging
import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

/// How each item stands, as people are told.
extension CopyDesk {
    /// Says on the board how an item stands.
    func stand(_ name: ItemName, _ state: ItemStanding.State) {
        let (former, goesOn) = board.change { content -> (ItemStanding.State?, Bool) in
            let former = content.standings[name]
            content.standings[name, default: ItemStanding()].state = state
            if state == .current { content.standings[name]?.stoodStill = false }
            return (former?.state, state == .current && former?.stoodStill == true)
        }
        guard former != state else { return }
        if goesOn {
            board.events.add(
                EventBox.Entry(
                    severity: .information, kind: .quarantine, subject: "\(name)", words: "item \(name) is current",
                    isOver: true))
        }
        switch state {
        case .quarantined, .firstContact, .held, .notShipped:
            let words = state.words(item: name) ?? state.word
            service.logger.warning("item \(name): \(words)")
            board.record(
                .item, "item \(name) stands still", [words], at: service.clock.wallTime(),
                as: EventSort(.quarantine, state.needsPerson ? .alert : .warning, about: "\(name)"))
            board.change { $0.standings[name]?.stoodStill = true }
        case .current:
            if former == .betweenStates { service.logger.info("item \(name) is current") }
        case .off, .starting, .waitingForPeer, .betweenStates, .repairing:
            break
        }
    }

    /// The items that wait for the peer: those that were begun, and before the first look all that are switched on.
    var reading: Set<ItemName> {
        items.isEmpty ? Set(board.read { $0.items.filter(\.isEnabled).map(\.name) }) : Set(items.keys)
    }
}

extension ItemStanding.State {
    /// Nothing but a person helps.
    fileprivate var needsPerson: Bool {
        switch self {
        case .quarantined, .firstContact: true
        case .off, .starting, .waitingForPeer, .notShipped, .current, .betweenStates, .held, .repairing: false
        }
    }
}
