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
        let gateway = configuration.gateways.first { $0.hardwareAddress.flatMap(HardwareAddress.init) == address }
        return gateway.map { device($0, address, in: configuration) }
    }

    package func devices(ofExtension number: String) async throws(ConsoleFailure) -> [ProvisionedDevice] {
        let configuration = try await configuration()
        guard let entry = configuration.extensions.first(where: { $0.number == number }) else { return [] }
        let phones = entry.phones.compactMap { phone in
            phone.hardwareAddress.flatMap(HardwareAddress.init).map { device(phone, $0, of: entry, in: configuration) }
        }
        let gateways = configuration.gateways.filter { $0.lines.contains { $0.number == number } }
        return phones
            + gateways.compactMap { gateway in
                gateway.hardwareAddress.flatMap(HardwareAddress.init).map { device(gateway, $0, in: configuration) }
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

    /// A gateway in trunk mode proves itself by one name for all its ports, or is known by its address.
    private func device(
        _ gateway: GatewayEntry, _ address: HardwareAddress, in configuration: TelephonyConfiguration
    ) -> ProvisionedDevice {
        let names = Dictionary(configuration.extensions.map { ($0.number, $0.name) }) { first, _ in first }
        let accounts = gateway.lines.map { line in
            ProvisionedAccount(
                line: line.port, extension: line.number, displayName: names[line.number] ?? line.number,
                authenticationUser: "gateway-\(gateway.name)", password: gateway.secret ?? "")
        }
        return ProvisionedDevice(
            hardwareAddress: address, model: gateway.model ?? "", role: .guest, accounts: accounts)
    }
}
