/// One line of the comma-separated files that Asterisk writes: each value quoted, a quote inside a value doubled. A
/// value without quotes is none of Asterisk's: somebody may have sent it as part of a number.
enum CSVLine {
    /// The values of a line without its end; nil where a quote is never closed or stands where none may.
    static func values(_ line: ArraySlice<UInt8>) -> [String]? {
        var values: [String] = []
        var rest = line
        while true {
            guard let value = next(&rest) else { return nil }
            values.append(value)
            guard let separator = rest.first else { return values }
            guard separator == comma else { return nil }
            rest = rest.dropFirst()
        }
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")

    /// Takes a value from the front, up to the comma after it or the end.
    private static func next(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard rest.first == quote else { return nil }
        var bytes: [UInt8] = []
        var index = rest.startIndex + 1
        while index < rest.endIndex {
            if rest[index] != quote {
                bytes.append(rest[index])
                index += 1
            } else if index + 1 < rest.endIndex, rest[index + 1] == quote {
                bytes.append(quote)
                index += 2
            } else {
                rest = rest[(index + 1)...]
                return String(decoding: bytes, as: UTF8.self)
            }
        }
        return nil
    }
}
