/// Appends numbers in network byte order and bounded text to an array of bytes.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init(reserving count: Int) { bytes.reserveCapacity(count) }

    mutating func write<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(raw: [UInt8]) { bytes.append(contentsOf: raw) }

    /// A length byte and UTF-8; the caller has bounded the text to 255 bytes.
    mutating func write(shortText text: String) {
        let encoded = Array(text.utf8)
        precondition(encoded.count <= Int(UInt8.max), "short text of \(encoded.count) bytes")
        write(UInt8(encoded.count))
        bytes.append(contentsOf: encoded)
    }

    /// Two length bytes and UTF-8; the caller has bounded the text to 65,535 bytes.
    mutating func write(longText text: String) {
        let encoded = Array(text.utf8)
        precondition(encoded.count <= Int(UInt16.max), "long text of \(encoded.count) bytes")
        write(UInt16(encoded.count))
        bytes.append(contentsOf: encoded)
    }
}
