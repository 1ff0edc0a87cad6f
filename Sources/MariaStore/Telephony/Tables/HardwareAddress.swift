/// A hardware address between its 12 digits and its 6 bytes.
enum HardwareAddress {
    static func bytes(_ digits: String) -> [UInt8] {
        let values = digits.unicodeScalars.compactMap { Character($0).hexDigitValue.map(UInt8.init) }
        return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
