import Vocabulary

/// A line of the wake-up ledger: what happened, where, when, and by whom. Lines are added by both nodes, and never
/// changed; each node makes of them what stands now, in whatever order they arrive.
package struct WakeUpEvent: Sendable, Hashable {
    /// What happened.
    package enum What: Sendable, Hashable {
        case edited(WakeUpEdit)
        case rung(Occurrence, RingingStep)
        /// The desk knows that both nodes had changed the wake-up, and what stayed.
        case disagreementTold(WakeUpID, WakeUpDisagreement)
    }

    package let what: What
    /// The room at that moment.
    package let room: RoomNumber
    package let node: Mode
    /// Of the guest scope, as the node knew it.
    package let epoch: Epoch
    /// By the node's own clock.
    package let at: WallTime
    package let author: Author

    package init(_ what: What, room: RoomNumber, node: Mode, epoch: Epoch, at: WallTime, author: Author = .system) {
        self.what = what
        self.room = room
        self.node = node
        self.epoch = epoch
        self.at = at
        self.author = author
    }

    /// Whether an attempt is claimed by it.
    package var isClaim: Bool {
        if case .rung(_, .claimed) = what { true } else { false }
    }

    package var wakeUp: WakeUpID {
        switch what {
        case .edited(let edit): edit.wakeUp
        case .rung(let occurrence, _): occurrence.wakeUp
        case .disagreementTold(let wakeUp, _): wakeUp
        }
    }
}
