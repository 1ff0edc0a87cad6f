/// For how long an Asterisk has run, as its console says.
enum AsteriskUptime {
    static let command = "core show uptime seconds"
    private static let label = "System uptime:"

    /// Whole seconds; nil where the answer is none.
    static func seconds(in lines: [String]) -> Int64? {
        lines.compactMap { line -> Int64? in
            guard let start = line.firstRange(of: label) else { return nil }
            return Int64(line[start.upperBound...].filter { $0.isASCII && $0.isNumber })
        }.first
    }
}
