import Vocabulary

extension HeartbeatFacts {
    /// Which heartbeat of this node the peer received last, and how long it held it before it sent its own.
    package struct Echo: Sendable, Hashable {
        package let boot: BootID
        package let sequence: UInt64
        package let held: Duration

        package init(boot: BootID, sequence: UInt64, held: Duration) {
            self.boot = boot
            self.sequence = sequence
            self.held = held
        }
    }
}
