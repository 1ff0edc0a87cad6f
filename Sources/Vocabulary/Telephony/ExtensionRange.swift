/// Extensions in a row, written `1001-1300`; a single one is a range, too.
package struct ExtensionRange: Sendable, Hashable, CustomStringConvertible {
    /// The most extensions that one range may name.
    package static let countMax = 10_000

    package let first: ExtensionNumber
    package let last: ExtensionNumber
    package let numbers: [ExtensionNumber]

    /// Both ends have the same number of digits, so that `001-100` keeps its zeros and nothing is ambiguous.
    package init(_ text: String) throws(TelephonyFault) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 1 || ends.count == 2 else { throw .notARange(text) }
        first = try ExtensionNumber(ends[0])
        last = ends.count == 2 ? try ExtensionNumber(ends[1]) : first
        let digits = first.description.utf8.count
        guard digits == last.description.utf8.count, let low = Int(first.description), let high = Int(last.description),
            low <= high
        else { throw .notARange(text) }
        guard high - low < Self.countMax else { throw .rangeTooLong(text, countMax: Self.countMax) }
        var numbers: [ExtensionNumber] = []
        for value in low...high {
            let short = String(value)
            numbers.append(try ExtensionNumber(String(repeating: "0", count: digits - short.utf8.count) + short))
        }
        self.numbers = numbers
    }

    package var description: String { first == last ? first.description : "\(first)-\(last)" }
}
