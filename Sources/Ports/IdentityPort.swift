import Vocabulary

/// Who this node is, and the source of new identities.
///
/// `node` reads what the state folder keeps and makes it at the first call; later calls give the same value, also
/// from another process. The `draw…` calls give a fresh random value every time and keep nothing.
package protocol IdentityPort: Sendable {
    /// The identity of this installation, which a copied disk image carries along.
    func node() throws(IdentityFailure) -> NodeIdentity
    /// The identity of one run of the daemon.
    func drawBoot() -> BootID
    /// The identity of one life of the change feed.
    func drawIncarnation() -> Incarnation
}
