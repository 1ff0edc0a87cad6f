import Vocabulary

extension HeartbeatMessage {
    /// The owner of one scope and the epoch of its reign.
    package struct Reign: Sendable, Hashable {
        package let owner: Mode
        package let epoch: Epoch

        package init(owner: Mode, epoch: Epoch) {
            self.owner = owner
            self.epoch = epoch
        }
    }
}
