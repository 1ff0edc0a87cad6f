import Vocabulary

/// The values of one line, each checked for what its column holds.
struct CallColumns {
    /// Bytes of one line without its end.
    static let lineBytesMax = 8_192

    private let names: [String]
    private let values: [String]

    init(_ line: ArraySlice<UInt8>, named names: [String]) throws(CallFileError) {
        guard line.count <= Self.lineBytesMax else { throw .tooLong(bytes: line.count) }
        guard let values = CSVLine.values(line) else { throw .notSeparated }
        guard values.count == names.count else { throw .wrongCount(found: values.count, expected: names.count) }
        self.names = names
        self.values = values
    }

    func text(_ column: Int) -> String { values[column] }

    func required(_ column: Int) throws(CallFileError) -> String {
        guard !values[column].isEmpty else { throw bad(column) }
        return values[column]
    }

    func count(_ column: Int) throws(CallFileError) -> Int {
        guard let count = Int(values[column]), count >= 0 else { throw bad(column) }
        return count
    }

    func time(_ column: Int) throws(CallFileError) -> WallTime {
        guard let time = try timeOrNever(column) else { throw bad(column) }
        return time
    }

    /// Seconds since 1970 with up to six digits after the point; nothing or zero is never.
    func timeOrNever(_ column: Int) throws(CallFileError) -> WallTime? {
        let parts = values[column].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else { return nil }
        guard let seconds = Int64(first), (0...4_102_444_800).contains(seconds) else { throw bad(column) }
        var microseconds: Int64 = 0
        if parts.count == 2 {
            let digits = parts[1].prefix(6)
            guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), parts[1].count <= 9 else { throw bad(column) }
            let padded = digits + String(repeating: "0", count: 6 - digits.count)
            guard let fraction = Int64(padded) else { throw bad(column) }
            microseconds = fraction
        }
        let whole = seconds * 1_000_000 + microseconds
        return whole == 0 ? nil : WallTime(microseconds: whole)
    }

    private func bad(_ column: Int) -> CallFileError {
        .badValue(column: names[column], value: String(values[column].prefix(80)))
    }
}
