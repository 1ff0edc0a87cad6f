/// One number, beside its rival's and its target.
struct Measurement: Codable, Sendable {
    let name: String
    let unit: String
    let ours: Double
    /// What a user would run instead, or the same without us; nil where there is none.
    var rival: Rival?
    /// What the number is held against; nil where it is printed for information.
    var target: Target?
    /// Particulars: the single runs, what it was made of.
    var note = ""

    /// The number beside ours.
    struct Rival: Codable, Sendable {
        let name: String
        let value: Double
        /// How ours compares, in words that name the better one: `6.1 times as fast`.
        let comparison: String
    }

    /// What was promised.
    struct Target: Codable, Sendable {
        let words: String
        let isMet: Bool
    }
}
