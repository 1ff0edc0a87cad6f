import Vocabulary

/// How a node stands towards ringing. It travels in every heartbeat, with the age of the node's last step.
package struct RingingStand: Sendable, Hashable {
    /// One state of one run of a node.
    package struct Mark: Sendable, Hashable {
        package let run: BootID
        package let serial: UInt64

        package init(run: BootID, serial: UInt64) {
            self.run = run
            self.serial = serial
        }
    }

    /// Raised whenever the node's ability changes, and whenever it lays the turn down.
    package var mark: Mark
    /// The node believes that it is the one to ring.
    package var isFirst: Bool
    /// Of the guest scope, as the node knows it.
    package var epoch: Epoch
    package var ability: RingingAbility
    /// The node may claim whatever is due. While it says no, it does not.
    package var holdsTurn: Bool
    /// How many claims it has made in the other's stead in this run.
    package var fallbacks: UInt64
    /// The newest mark of the other node that this one has heard.
    package var heard: Mark?

    package init(
        mark: Mark, isFirst: Bool, epoch: Epoch, ability: RingingAbility, holdsTurn: Bool, fallbacks: UInt64 = 0,
        heard: Mark? = nil
    ) {
        self.mark = mark
        self.isFirst = isFirst
        self.epoch = epoch
        self.ability = ability
        self.holdsTurn = holdsTurn
        self.fallbacks = fallbacks
        self.heard = heard
    }
}
