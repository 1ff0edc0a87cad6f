import HotelLogic
import Ports

/// The console's door over a configuration in memory.
package struct MemoryTelephonyConsole: TelephonyConsolePort {
    package let store: MemoryTelephonyStore

    package init(store: MemoryTelephonyStore = MemoryTelephonyStore()) { self.store = store }

    package func telephony() async throws(ConsoleFailure) -> TelephonyConfiguration {
        do { return try await store.configuration() } catch { throw ConsoleFailure(error, verb: "status") }
    }

    package func change(_ edit: TelephonyEdit) async throws(ConsoleFailure) -> TelephonyReceipt {
        do {
            return try await store.change(edit)
        } catch {
            throw ConsoleFailure(error, verb: "\(edit.kind.rawValue) \(edit.action.rawValue)")
        }
    }
}
