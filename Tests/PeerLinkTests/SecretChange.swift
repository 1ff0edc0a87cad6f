import Testing

/// Two sides of a pair at some step of changing their secret.
struct SecretChange: Sendable, CustomTestStringConvertible {
    struct Side: Sendable {
        let key: String
        let previous: String?

        var words: String { previous.map { "\(key), before \($0)" } ?? key }
    }

    let server: Side
    let client: Side

    var testDescription: String { "server \(server.words); client \(client.words)" }

    /// Every step at which both sides must accept each other.
    static let all: [SecretChange] = {
        let old = Side(key: "old", previous: nil)
        let both = Side(key: "new", previous: "old")
        let new = Side(key: "new", previous: nil)
        let steps = [(both, old), (old, both), (both, both), (both, new), (new, both)]
        return steps.map { SecretChange(server: $0, client: $1) }
    }()
}
