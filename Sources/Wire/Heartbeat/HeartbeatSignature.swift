import Crypto

/// HMAC-SHA256, cut to 16 bytes.
enum HeartbeatSignature {
    static func tag(of bytes: ArraySlice<UInt8>, key: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key))
        return Array(code.prefix(HeartbeatLayout.tagBytes))
    }

    /// Compares in a time that does not depend on where the tags differ.
    static func isTag(_ tag: ArraySlice<UInt8>, of bytes: ArraySlice<UInt8>, key: [UInt8]) -> Bool {
        let expected = self.tag(of: bytes, key: key)
        guard expected.count == tag.count else { return false }
        return zip(expected, tag).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
