import HotelLogic
import Ports
import Synchronization
import Vocabulary

/// A telephony configuration that lives in memory: the same edits by the same logic, and the same refusals.
package final class MemoryTelephonyStore: TelephonyStorePort {
    /// The state, all of it.
    package struct State: Sendable {
        package var configuration = TelephonyConfiguration()
        package var revision: UInt64 = 0
        /// This node, and who owns the configuration.
        package var mode = Mode.primary
        package var owner = Mode.primary
        /// The barrier of a giveback is up.
        package var isBeingGivenBack = false
        package var answers = true
        package var secretsDrawn = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Reads the state, or changes it behind the store's back.
    package func withState<Value>(_ body: (inout sending State) throws -> sending Value) rethrows -> sending Value {
        try state.withLock(body)
    }

    package func configuration() async throws(TelephonyFailure) -> TelephonyConfiguration {
        try requireAnswer()
        return state.withLock { $0.configuration }
    }

    package func stamp() async throws(TelephonyFailure) -> TelephonyStamp {
        try requireAnswer()
        return TelephonyStamp("\(state.withLock { $0.revision })")
    }

    package func change(_ edit: TelephonyEdit) async throws(TelephonyFailure) -> TelephonyReceipt {
        try requireAnswer()
        let outcome: Result<TelephonyReceipt, TelephonyFailure> = state.withLock { state in
            if edit.kind.scope == .configuration, state.owner != state.mode { return .failure(.notOwner(state.owner)) }
            if edit.kind.scope == .configuration, state.isBeingGivenBack {
                let peer = state.mode.peer
                return .failure(
                    .unready(words: "the configuration is being given back to the \(peer); try again in a moment"))
            }
            var drawn = state.secretsDrawn
            do throws(TelephonyRefusal) {
                let receipt = try state.configuration.apply(edit) {
                    drawn += 1
                    return "drawn-secret-\(drawn)"
                }
                state.secretsDrawn = drawn
                state.revision += 1
                return .success(receipt)
            } catch {
                return .failure(.refused(error))
            }
        }
        return try outcome.get()
    }

    private func requireAnswer() throws(TelephonyFailure) {
        guard state.withLock({ $0.answers }) else { throw .unavailable(words: "connection refused") }
    }
}
