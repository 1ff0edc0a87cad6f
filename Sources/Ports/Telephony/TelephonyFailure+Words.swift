import HotelLogic

extension TelephonyFailure {
    /// What failed, for an operator.
    package var words: String {
        switch self {
        case .refused(let refusal): refusal.lines.joined(separator: "; ")
        case .notOwner(let owner): "this is written on the \(owner)"
        case .unready(let words): "this cannot be changed yet: \(words)"
        case .retry(let words): "somebody else was in the way: \(words)"
        case .unavailable(let words): "this node's database does not answer: \(words)"
        case .database(let words): "the database refused: \(words)"
        }
    }
}
