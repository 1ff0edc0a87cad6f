/// Takes netstrings out of a stream of bytes: `5:hello,`.
package struct NetstringDecoder: Sendable, Hashable {
    /// The longest that is believed.
    package static let lengthMax = 1 << 20
    private static let digitsMax = 7

    package enum Fault: Error, Sendable, Hashable {
        case notANetstring([UInt8])
        case tooLong(Int)
    }

    private var bytes: [UInt8] = []

    package init() {}

    /// The bytes of one netstring round `payload`.
    package static func encode(_ payload: [UInt8]) -> [UInt8] {
        Array("\(payload.count):".utf8) + payload + [UInt8(ascii: ",")]
    }

    package mutating func append(_ more: [UInt8]) { bytes += more }

    /// The next whole one; nil where more bytes are needed.
    package mutating func next() throws(Fault) -> [UInt8]? {
        let head = bytes.prefix(Self.digitsMax + 1)
        guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else {
            guard head.count <= Self.digitsMax, head.allSatisfy(Self.isDigit) else { throw .notANetstring(Array(head)) }
            return nil
        }
        guard colon > 0, let length = Int(String(decoding: head[..<colon], as: UTF8.self)), length >= 0 else {
            throw .notANetstring(Array(head))
        }
        guard length <= Self.lengthMax else { throw .tooLong(length) }
        let end = colon + 1 + length
        guard bytes.count > end else { return nil }
        guard bytes[end] == UInt8(ascii: ",") else { throw .notANetstring(Array(head)) }
        defer { bytes.removeFirst(end + 1) }
        return Array(bytes[(colon + 1)..<end])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
