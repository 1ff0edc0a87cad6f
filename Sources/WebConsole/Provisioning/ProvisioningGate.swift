import Ports
import Synchronization
import Vocabulary

/// Who may try again and who must wait, for all connections of the provisioning service.
///
/// Wrong credentials count for the device and the address they came from, and, more generously, for the address alone:
/// one phone with a mistyped password must not lock out the hotel behind the same router.
final class ProvisioningGate: Sendable {
    private struct State {
        var wrongForDevice = AttemptLimiter(burst: ProvisioningLimits.wrongPerDevice, interval: .seconds(60))
        var wrongForAddress = AttemptLimiter(burst: ProvisioningLimits.wrongPerAddress, interval: .seconds(1))
        var filesForDevice = AttemptLimiter(burst: ProvisioningLimits.filesPerDevice, interval: .seconds(2))
    }

    private let state = Mutex(State())
    private let clock: any ClockPort

    init(clock: any ClockPort) { self.clock = clock }

    /// Whether credentials for `device` that come from `address` are looked at now.
    func admits(_ device: HardwareAddress, from address: String) -> Bool {
        let now = clock.now()
        return state.withLock { state in
            state.wrongForDevice.allows("\(device) \(address)", at: now)
                && state.wrongForAddress.allows(address, at: now) && state.filesForDevice.allows("\(device)", at: now)
        }
    }

    /// Credentials that are not the device's.
    func refused(_ device: HardwareAddress, from address: String) {
        let now = clock.now()
        state.withLock { state in
            state.wrongForDevice.tried("\(device) \(address)", at: now)
            state.wrongForAddress.tried(address, at: now)
        }
    }

    /// Credentials that are the device's.
    func accepted(_ device: HardwareAddress) {
        let now = clock.now()
        state.withLock { $0.filesForDevice.tried("\(device)", at: now) }
    }
}
