import Foundation

/// Numbers as people read them.
enum Numbers {
    /// `1234567` as `1,234,567`.
    static func grouped(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3).map { end in
            String(digits.dropLast(digits.count - end).suffix(3))
        }
        return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }

    /// Milliseconds with three figures that count: `0.42 ms`, `12.3 ms`, `250 ms`, `1.50 s`.
    static func milliseconds(_ value: Double) -> String {
        switch value {
        case ..<10: String(format: "%.2f ms", value)
        case ..<100: String(format: "%.1f ms", value)
        case ..<1_000: String(format: "%.0f ms", value)
        case ..<60_000: String(format: "%.2f s", value / 1_000)
        default: Span.words(seconds: value / 1_000)
        }
    }

    /// `one`/`1 row`, `2 rows`: the number with the word that fits it.
    static func count(_ number: some BinaryInteger, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }
}
