import Yams

extension Node {
    /// A whole number written plainly: digits, with a sign at most.
    var wholeNumber: Int? {
        guard let scalar, scalar.style == .plain || scalar.style == .any else { return nil }
        return Int(scalar.string)
    }

    var port: UInt16? {
        guard let number = wholeNumber, number > 0 else { return nil }
        return UInt16(exactly: number)
    }

    /// Any single value that is not empty.
    var text: String? { isEmpty ? nil : scalar?.string }

    /// Nothing after the colon, `~` or `null`.
    var isEmpty: Bool {
        guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// What stands here, for an error message: short, on one line.
    var foundWords: String {
        switch self {
        case .scalar where isEmpty: "nothing"
        case .scalar(let scalar) where scalar.style == .plain && wholeNumber != nil: scalar.string
        case .scalar(let scalar): Quoted.short(scalar.string)
        case .mapping: "a section"
        case .sequence(let nodes): "a list of \(nodes.count)" + firstUnfit(nodes)
        case .alias: "an alias"
        }
    }

    /// What stands here without showing it.
    var secretFoundWords: String {
        switch self {
        case .sequence: return "a list"
        case .scalar where !isEmpty: return "a text of \(scalar?.string.count ?? 0) characters"
        case .scalar, .mapping, .alias: return foundWords
        }
    }

    private func firstUnfit(_ nodes: Node.Sequence) -> String {
        let words = nodes.prefix(3).map { $0.scalar.map { Quoted.short($0.string) } ?? "a nested value" }
        return words.isEmpty ? "" : " (" + words.joined(separator: ", ") + ")"
    }
}
