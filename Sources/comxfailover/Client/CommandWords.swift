/// Splits a command into its program and arguments, by the quoting rules of a shell and nothing else of it.
enum CommandWords {
    /// Why a command cannot be split.
    enum Trouble: Error, Sendable, Hashable, CustomStringConvertible {
        case openQuote(Character)
        case nothing

        var description: String {
            switch self {
            case .openQuote(let quote): "the command of --after-change has an open quote \(quote)"
            case .nothing: "the command of --after-change is empty"
            }
        }
    }

    /// The words: blanks part them, quotes keep them together, a backslash takes the next character as it is.
    static func split(_ text: String) throws(Trouble) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var characters = text.makeIterator()
        while let character = characters.next() {
            switch (character, quote) {
            case ("\\", nil), ("\\", "\""):
                word = (word ?? "") + (characters.next().map(String.init) ?? "")
            case (let mark, .some(let open)) where mark == open:
                quote = nil
            case (_, .some):
                word = (word ?? "") + String(character)
            case ("\"", nil), ("'", nil):
                quote = character
                word = word ?? ""
            case (_, nil) where character.isWhitespace:
                words += word.map { [$0] } ?? []
                word = nil
            case (_, nil):
                word = (word ?? "") + String(character)
            }
        }
        if let quote { throw .openQuote(quote) }
        words += word.map { [$0] } ?? []
        guard words.first?.isEmpty == false else { throw .nothing }
        return words
    }
}
