import AsteriskText
import Ports
import Synchronization
import Vocabulary

/// Phones and gateways in memory, as the store has them.
package final class MemoryDevices: ProvisioningPort {
    private struct State {
        var devices: [ProvisionedDevice] = []
        var isAway = false
        var lookups = 0
    }

    private let state = Mutex(State())

    package init(_ devices: [ProvisionedDevice] = []) {
        state.withLock { $0.devices = devices }
    }

    /// Whether the store behind it answers.
    package func setAway(_ isAway: Bool) { state.withLock { $0.isAway = isAway } }

    package func setDevices(_ devices: [ProvisionedDevice]) { state.withLock { $0.devices = devices } }

    /// How often a device was looked for.
    package var lookups: Int { state.withLock { $0.lookups } }

    package func device(_ address: HardwareAddress) async throws(ConsoleFailure) -> ProvisionedDevice? {
        try found().first { $0.hardwareAddress == address }
    }

    package func devices(ofExtension number: String) async throws(ConsoleFailure) -> [ProvisionedDevice] {
        try found().filter { device in device.accounts.contains { $0.extension == number } }
    }

    private func found() throws(ConsoleFailure) -> [ProvisionedDevice] {
        let (devices, isAway) = state.withLock { state in
            state.lookups += 1
            return (state.devices, state.isAway)
        }
        if isAway { throw .unavailable("the database does not answer") }
        return devices
    }
}
