/// Who may write an item's rows, and what happens when both nodes did.
package enum ItemRule: Sendable, Hashable {
    /// The owner of the scope writes; a write by the other node is drift and is healed.
    case owned(Scope)
    /// Both nodes add rows whose keys carry the node: the union, and never a conflict.
    case appendOnly
    /// Both nodes write; where they did not know of each other the newer version wins.
    case newestWins
}

extension ItemRule {
    /// The stable word used in the database, in JSON and on the command line.
    package var word: String {
        switch self {
        case .owned(let scope): scope.rawValue
        case .appendOnly: "append-only"
        case .newestWins: "newest-wins"
        }
    }

    /// The rule behind a stable word.
    package init?(word: String) {
        switch word {
        case "append-only": self = .appendOnly
        case "newest-wins": self = .newestWins
        default:
            guard let scope = Scope(rawValue: word) else { return nil }
            self = .owned(scope)
        }
    }
}

extension ItemRule: Codable {
    package init(from decoder: any Decoder) throws {
        let word = try decoder.singleValueContainer().decode(String.self)
        guard let rule = ItemRule(word: word) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not an item rule: \(word)"))
        }
        self = rule
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(word)
    }
}
