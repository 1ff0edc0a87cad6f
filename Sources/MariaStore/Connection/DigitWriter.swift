/// Writes digits and separators into a small buffer.
struct DigitWriter {
    /// More than the longest date and time, whatever the server sends.
    static let capacity = 64

    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func byte(_ value: UInt8) {
        buffer[count] = value
        count += 1
    }

    /// The number's last `digits` digits, with leading zeros.
    mutating func number(_ value: Int, digits: Int) {
        var rest = value
        for place in stride(from: digits - 1, through: 0, by: -1) {
            buffer[count + place] = UInt8(0x30 + rest % 10)
            rest /= 10
        }
        count += digits
    }

    /// Takes back the last bytes.
    mutating func drop(_ bytes: Int) { count -= bytes }
}
