import Vocabulary

/// What this node's database says of the voicemail boxes and lamps of rooms.
package protocol BoxStorePort: Sendable {
    /// What this very node has not carried out yet, the oldest first, and those of one node and life in their order; of
    /// more than `limit` the oldest.
    func boxOrders(limit: Int) async throws(GuestFailure) -> [BoxOrder]

    /// Remembers that this order was carried out here; others before it may still wait.
    func carriedOut(_ order: BoxOrder) async throws(GuestFailure)

    /// The first phones of the rooms whose lamp is to be lit.
    func lamps() async throws(GuestFailure) -> Set<ExtensionNumber>
}
