import Crypto
import Vocabulary

/// The user name and password with which a phone or gateway fetches its own file, and nobody else's.
///
/// The user name is the hardware address. The password is HMAC-SHA256 of that address under a key derived from the
/// pair's secret, so both nodes accept the same one and none is stored. It tells nothing of any other.
package struct ProvisioningCredentials: Sendable {
    /// Characters of a password, five bits each: 130 bits.
    package static let passwordLength = 26
    /// The longest user name or password that is looked at, in bytes.
    package static let lengthMax = 128

    /// The key of the present secret first, then of the one being replaced.
    private let keys: [SymmetricKey]

    package init(key: [UInt8], previous: [UInt8]? = nil) {
        keys = ([key] + (previous.map { [$0] } ?? [])).map { SymmetricKey(data: $0) }
    }

    package func user(of device: HardwareAddress) -> String { device.digits }

    /// The password under the present secret: lower-case letters and digits that cannot be mistaken for each other.
    package func password(of device: HardwareAddress) -> String {
        String(decoding: Self.password(of: device, key: keys[0]), as: UTF8.self)
    }

    /// Whether `user` and `password` are those of `device`. It takes the same time however much of them is right.
    package func accepts(user: String, password: String, for device: HardwareAddress) -> Bool {
        guard user.utf8.count <= Self.lengthMax, password.utf8.count <= Self.lengthMax else { return false }
        var isAccepted = false
        for key in keys {
            let isEqual = Self.isEqual(Array(password.utf8), Self.password(of: device, key: key))
            isAccepted = isAccepted || isEqual
        }
        let isOwnName = HardwareAddress(user) == device
        return isAccepted && isOwnName
    }

    private static let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)

    private static func password(of device: HardwareAddress, key: SymmetricKey) -> [UInt8] {
        let message = Array("comxfailover provisioning 1 \(device.digits)".utf8)
        let code = Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
        return (0..<passwordLength).map { place in
            let bit = place * 5
            let pair = UInt16(code[bit / 8]) << 8 | UInt16(code[bit / 8 + 1])
            return alphabet[Int(pair >> UInt16(11 - bit % 8)) & 31]
        }
    }

    /// Looks at every byte, whatever the ones before were.
    private static func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
