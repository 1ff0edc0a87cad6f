import Ports
import Synchronization
import Vocabulary

/// Identities that count up, so that a test knows them.
package final class MemoryIdentity: IdentityPort {
    private let next: Mutex<UInt64>

    /// - Parameter first: the first number that is drawn.
    package init(first: UInt64) { next = Mutex(first) }

    package func node() throws(IdentityFailure) -> NodeIdentity {
        NodeIdentity(rawValue: 77, createdAt: WallTime(microseconds: 1))
    }

    package func drawBoot() -> BootID { BootID(rawValue: draw()) }

    package func drawIncarnation() -> Incarnation { Incarnation(rawValue: draw()) }

    private func draw() -> UInt64 {
        next.withLock { number in
            defer { number += 1 }
            return number
        }
    }
}
