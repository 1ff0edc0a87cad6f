import AsteriskText
import HotelLogic
import Ports
import Vocabulary

/// The phones and gateways of the telephony configuration, as provisioning asks for them.
package struct PhoneDirectory: ProvisioningPort {
    private let store: any TelephonyStorePort

    package init(store: any TelephonyStorePort) { self.store = store }

    package func device(_ address: HardwareAddress) async throws(ConsoleFailure) -> ProvisionedDevice? {
        let configuration = try await configuration()
        for entry in configuration.extensions where entry.isEnabled {
            let phone = entry.phones.first { $0.hardwareAddress.flatMap(HardwareAddress.init) == address }
            if let phone { return device(phone, address, of: entry, in: configuration) }
        }
        return nil
    }

    package func devices(ofExtension number: String) async throws(ConsoleFailure) -> [ProvisionedDevice] {
        let configuration = try await configuration()
        guard let entry = configuration.extensions.first(where: { $0.number == number }) else { return [] }
        return entry.phones.compactMap { phone in
            phone.hardwareAddress.flatMap(HardwareAddress.init).map { device(phone, $0, of: entry, in: configuration) }
        }
    }

    private func configuration() async throws(ConsoleFailure) -> TelephonyConfiguration {
        do {
            return try await store.configuration()
        } catch {
            throw .unavailable("the telephony configuration cannot be read: \(error)")
        }
    }

    private func device(
        _ phone: PhoneEntry, _ address: HardwareAddress, of entry: ExtensionEntry,
        in configuration: TelephonyConfiguration
    ) -> ProvisionedDevice {
        let account = ProvisionedAccount(
            line: 1, extension: entry.number, displayName: entry.name,
            password: entry.secret ?? configuration.settings.guestSecret ?? "")
        return ProvisionedDevice(
            hardwareAddress: address, model: phone.model ?? "", role: entry.party == .staff ? .staff : .guest,
            accounts: [account])
    }
}
