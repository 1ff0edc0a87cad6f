import Vocabulary

/// Why two sides of a table cannot be compared.
enum ComparisonFailure: Error, Sendable, Hashable {
    case notThere(TableName)
    case notHere(TableName)

    var words: String {
        switch self {
        case .notThere(let table): "the peer does not ship \(table); on the peer: comxfailover coverage"
        case .notHere(let table): "\(table) is not captured on this node; comxfailover coverage"
        }
    }
}
