/// Something the pair promises, and what was measured of it here.
struct Claim: Sendable, Hashable {
    enum Verdict: Sendable, Hashable {
        case holds
        case fails
        /// It could not be tried on this machine, for this reason.
        case leftOut(String)
    }

    let words: String
    let measured: String
    let limit: String
    let verdict: Verdict

    init(_ words: String, measured: String, limit: String, _ verdict: Verdict) {
        self.words = words
        self.measured = measured
        self.limit = limit
        self.verdict = verdict
    }

    init(_ words: String, measured: String, limit: String, holds: Bool) {
        self.init(words, measured: measured, limit: limit, holds ? .holds : .fails)
    }

    /// That something happened soon enough.
    init(_ words: String, took time: Duration, within limit: Duration) {
        self.init(words, measured: time.readable, limit: "≤ \(limit.readable)", holds: time <= limit)
    }

    /// That nothing is missing and nothing is there twice.
    init(_ words: String, count: Int, expected: Int, _ unit: String) {
        self.init(
            words, measured: "\(count.grouped) \(unit)", limit: "= \(expected.grouped)", holds: count == expected)
    }

    /// That two things are the same.
    init(_ words: String, differences: Int, among count: Int, _ unit: String) {
        self.init(
            words, measured: "\(differences.grouped) of \(count.grouped) \(unit) differ", limit: "none",
            holds: differences == 0 && count > 0)
    }

    static func leftOut(_ words: String, because reason: String) -> Claim {
        Claim(words, measured: "-", limit: "-", .leftOut(reason))
    }
}
