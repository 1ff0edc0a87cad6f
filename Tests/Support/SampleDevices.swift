import AsteriskText
import Vocabulary

/// Phones and gateways for tests.
package enum SampleDevices {
    package static let roomPhone = device("001565abcdef", "Yealink T31P", .guest, "201")
    package static let secondRoomPhone = device("0004f2aabbcc", "VVX 450", .guest, "201")
    package static let deskPhone = device("000b82112233", "GRP2614", .staff, "1001")
    package static let strangePhone = device("0002b4445566", "Snom D785", .staff, "1002")

    package static let all = [roomPhone, secondRoomPhone, deskPhone, strangePhone]

    package static let site = PhoneSite(
        primary: PhoneServer(host: "203.0.113.10", port: 5060, transport: .udp),
        secondary: PhoneServer(host: "192.168.101.3", port: 5060, transport: .udp), timeZone: .utc)

    private static func device(
        _ digits: String, _ model: String, _ role: PhoneRole, _ number: String
    ) -> ProvisionedDevice {
        guard let address = HardwareAddress(digits) else { preconditionFailure("\(digits) is no address") }
        let account = ProvisionedAccount(
            line: 1, extension: number, displayName: "Sample \(number)", password: "secret-of-\(number)")
        return ProvisionedDevice(hardwareAddress: address, model: model, role: role, accounts: [account])
    }
}
