import HotelLogic
import Ports
import Synchronization

/// The state of a house that lives in memory.
package final class MemoryHouseState: HouseStatePort {
    /// The state, all of it.
    package struct State: Sendable {
        package var rows = HouseStateRows()
        package var answers = true
        /// How often it was read.
        package var reads = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Reads the state, or changes it.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    package func houseState() async throws(TelephonyFailure) -> HouseStateRows {
        let rows = state.withLock { state -> HouseStateRows? in
            state.reads += 1
            return state.answers ? state.rows : nil
        }
        guard let rows else { throw .unavailable(words: "connection refused") }
        return rows
    }
}
