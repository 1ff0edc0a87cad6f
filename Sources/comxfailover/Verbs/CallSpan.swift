import ArgumentParser

/// A length of time as it is typed: `90m`, `24h`, `7d`.
enum CallSpan {
    private static let unitSeconds: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
    private static let countMax = 100_000

    @Sendable static func read(_ text: String) throws -> Duration {
        guard let unit = text.last.flatMap({ unitSeconds[$0] }), let count = Int(text.dropLast()),
            (0...countMax).contains(count)
        else { throw ValidationError("a span is a number with s, m, h or d: 90m, 24h, 7d; not `\(text)`") }
        return .seconds(count * unit)
    }
}
