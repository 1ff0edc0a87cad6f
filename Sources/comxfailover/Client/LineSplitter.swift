/// Cuts bytes that arrive in pieces into lines.
struct LineSplitter: Sendable, Hashable {
    /// The longest line, in bytes, its end left out.
    static let lengthMax = 64 * 1024

    /// A line is longer than the limit.
    struct LineTooLong: Error, Sendable, Hashable {}

    private var rest: [UInt8] = []

    /// Takes more bytes and answers with the lines that are complete; empty lines are left out.
    mutating func arrived(_ bytes: some Sequence<UInt8>) throws(LineTooLong) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if !rest.isEmpty { lines.append(rest) }
                rest = []
            } else {
                guard rest.count < Self.lengthMax else { throw LineTooLong() }
                rest.append(byte)
            }
        }
        return lines
    }
}
