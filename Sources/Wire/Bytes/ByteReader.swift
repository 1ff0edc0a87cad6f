/// Takes numbers in network byte order and bounded text from the front of bytes that came from outside.
///
/// Every answer is nil where the bytes do not hold what was asked for; nothing is consumed then.
struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var next: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        next = bytes.startIndex
    }

    var remaining: Int { bytes.endIndex - next }

    /// What was not taken yet.
    var rest: ArraySlice<UInt8> { bytes[next...] }

    /// Passes over so many bytes; false where there are fewer.
    mutating func skip(_ count: Int) -> Bool {
        guard (0...remaining).contains(count) else { return false }
        next += count
        return true
    }

    mutating func read<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
        let width = Number.bitWidth / 8
        guard remaining >= width else { return nil }
        var number: Number = 0
        for byte in bytes[next..<next + width] {
            number = (width == 1 ? 0 : number << 8) | Number(truncatingIfNeeded: byte)
        }
        next += width
        return number
    }

    mutating func readShortText(bytesMax: Int) -> String? {
        var ahead = self
        guard let count = ahead.read(UInt8.self), let text = ahead.readText(Int(count), bytesMax) else { return nil }
        self = ahead
        return text
    }

    mutating func readLongText(bytesMax: Int) -> String? {
        var ahead = self
        guard let count = ahead.read(UInt16.self), let text = ahead.readText(Int(count), bytesMax) else { return nil }
        self = ahead
        return text
    }

    private mutating func readText(_ count: Int, _ bytesMax: Int) -> String? {
        guard count <= bytesMax, remaining >= count else { return nil }
        guard let text = String(validating: bytes[next..<next + count], as: UTF8.self) else { return nil }
        next += count
        return text
    }
}
