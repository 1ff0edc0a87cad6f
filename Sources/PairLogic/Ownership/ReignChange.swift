/// Why a record is being stored.
package enum ReignChange: Sendable, Hashable {
    /// An operator took the scope over.
    case takeover
    /// The peer told of a higher reign.
    case heard
    /// The commit point of a giveback.
    case release(ReignOrigin)
    /// The peer was heard to know of a release.
    case receipt
    /// This node was restored and has everything again: its own reign begins anew, above all that was before.
    case renewal
}
