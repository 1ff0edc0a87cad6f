import Vocabulary

/// The identity of one installation: drawn once, kept in the state folder.
///
/// Two daemons that show the same value are one disk image running twice.
package struct NodeIdentity: Sendable, Hashable {
    /// A random number, never zero.
    package let rawValue: UInt64
    /// When it was drawn, by this machine's wall clock.
    package let createdAt: WallTime

    package init(rawValue: UInt64, createdAt: WallTime) {
        self.rawValue = rawValue
        self.createdAt = createdAt
    }
}
