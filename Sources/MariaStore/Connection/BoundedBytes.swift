/// Reads little-endian numbers and counted strings, and never beyond its end.
struct BoundedBytes {
    private(set) var position: UnsafeRawPointer
    private let end: UnsafeRawPointer

    init(from position: UnsafeRawPointer, to end: UnsafeRawPointer) {
        self.position = position
        self.end = end
    }

    /// A number of fixed size, or nil where the bytes end before it does.
    mutating func integer<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
        guard let start = advance(MemoryLayout<Number>.size) else { return nil }
        return Number(littleEndian: start.loadUnaligned(as: Number.self))
    }

    /// A string after its length, which takes 1, 3, 4 or 9 bytes; nil where either is cut short.
    mutating func string() -> UnsafeRawBufferPointer? {
        guard let length = length(), let start = advance(length) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: length)
    }

    private mutating func length() -> Int? {
        guard let first = integer(UInt8.self) else { return nil }
        switch first {
        case 0...250: return Int(first)
        case 252: return integer(UInt16.self).map(Int.init)
        case 253:
            guard let low = integer(UInt16.self), let high = integer(UInt8.self) else { return nil }
            return Int(low) | Int(high) << 16
        case 254: return integer(UInt64.self).flatMap(Int.init(exactly:))
        default: return nil
        }
    }

    private mutating func advance(_ count: Int) -> UnsafeRawPointer? {
        guard count >= 0, count <= end - position else { return nil }
        defer { position += count }
        return position
    }
}
