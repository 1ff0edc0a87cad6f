import Vocabulary

extension HeartbeatMessage {
    /// Proof that the sender heard the receiver: which heartbeat was the newest, and how long ago it came in.
    package struct Echo: Sendable, Hashable {
        package let boot: BootID
        package let sequence: UInt64
        /// Microseconds between the arrival of that heartbeat and the sending of this one; the largest value
        /// also stands for everything longer.
        package let heldMicroseconds: UInt32

        package init(boot: BootID, sequence: UInt64, heldMicroseconds: UInt32) {
            self.boot = boot
            self.sequence = sequence
            self.heldMicroseconds = heldMicroseconds
        }
    }
}
