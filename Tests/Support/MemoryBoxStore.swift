import Ports
import Synchronization
import Vocabulary

/// Orders for voicemail boxes in memory.
package final class MemoryBoxStore: BoxStorePort {
    /// The state, all of it.
    package struct State: Sendable {
        package var orders: [BoxOrder] = []
        package var lamps: Set<ExtensionNumber> = []
        package var failure: GuestFailure?
    }

    private let state = Mutex(State())

    package init() {}

    /// Reads the state, or changes it.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    package func boxOrders(limit: Int) async throws(GuestFailure) -> [BoxOrder] {
        try requireAnswer()
        return state.withLock { Array($0.orders.prefix(limit)) }
    }

    package func carriedOut(_ order: BoxOrder) async throws(GuestFailure) {
        try requireAnswer()
        state.withLock { state in
            state.orders.removeAll {
                $0.node == order.node && $0.incarnation == order.incarnation && $0.sequence == order.sequence
            }
        }
    }

    package func lamps() async throws(GuestFailure) -> Set<ExtensionNumber> {
        try requireAnswer()
        return state.withLock { $0.lamps }
    }

    private func requireAnswer() throws(GuestFailure) {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }
}
