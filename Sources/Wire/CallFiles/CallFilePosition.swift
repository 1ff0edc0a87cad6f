/// How far a call file was read, durable in one short text: which file it was, where, and what stood right before.
///
/// It is stored together with the records that were read, in one transaction: then nothing is lost and nothing counted
/// twice, whenever the node dies.
package struct CallFilePosition: Sendable, Hashable {
    /// Bytes before the position that the fingerprint is made of.
    package static let fingerprintBytes = 256

    /// The file's number on its disk; it stays the same when the file is renamed.
    package let file: UInt64
    package let offset: UInt64
    /// Tells the file from another that took its number or its place.
    package let fingerprint: UInt64

    package init(file: UInt64, offset: UInt64, fingerprint: UInt64) {
        self.file = file
        self.offset = offset
        self.fingerprint = fingerprint
    }

    /// - Parameter text: what `description` gave.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let file = UInt64(parts[0]), let offset = UInt64(parts[1]),
            let fingerprint = UInt64(parts[2], radix: 16)
        else { return nil }
        self.init(file: file, offset: offset, fingerprint: fingerprint)
    }

    /// The fingerprint of the bytes before a position: FNV-1a.
    package static func fingerprint(of bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}

extension CallFilePosition: CustomStringConvertible {
    package var description: String { "\(file):\(offset):\(String(fingerprint, radix: 16))" }
}
