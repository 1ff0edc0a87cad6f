import Crypto
import Vocabulary

/// Everything the two nodes derive from the one secret they share: HKDF-SHA256, one label per purpose.
///
/// Knowing one derived key tells nothing of the others or of the secret. Whether the secret is strong enough is
/// checked where it is read. The labels are part of the protocol: changing one changes the key.
package struct KeyDerivation: Sendable {
    private let secret: SymmetricKey

    package init(secret: [UInt8]) { self.secret = SymmetricKey(data: secret) }

    /// Which pair this secret makes: safe to show, and sent in the clear.
    package var pairID: PairID {
        PairID(rawValue: derived("pair id", count: 8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    /// Signs and checks heartbeats.
    package var heartbeatKey: HeartbeatKey { HeartbeatKey(pair: pairID, bytes: derived("heartbeat", count: 32)) }

    /// Makes the pair's certificate authority: a certificate it signed proves the secret on control.
    package var controlKey: [UInt8] { derived("control", count: 32) }

    /// The password of the peer's account in this node's MariaDB: 64 hexadecimal digits.
    package var databasePassword: String { hexadecimal(derived("database", count: 32)) }

    /// The password of the account that applies the peer's changes, which logs in from this node alone.
    package var applyPassword: String { hexadecimal(derived("apply", count: 32)) }

    /// The digest password of the peer trunk: 32 hexadecimal digits, short enough for every SIP stack.
    package var trunkPassword: String { hexadecimal(derived("trunk", count: 16)) }

    /// The password with which this node's daemon logs in to its Asterisk's manager.
    package var managerPassword: String { hexadecimal(derived("manager", count: 16)) }

    /// Makes the password with which each phone and gateway fetches its file.
    package var provisioningKey: [UInt8] { derived("provisioning", count: 32) }

    private static let salt = Array("comxfailover".utf8)

    private func derived(_ label: String, count: Int) -> [UInt8] {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, salt: Self.salt, info: Array((label + " 1").utf8), outputByteCount: count)
        return key.withUnsafeBytes { Array($0) }
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
