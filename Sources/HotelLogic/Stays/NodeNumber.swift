import Vocabulary

/// What a stay's and a wake-up's name are made of: the node that gave it, and that node's own number.
struct NodeNumber: Sendable, Hashable {
    let node: Mode
    let number: UInt64

    /// Reads `S12`, also in small letters; nil for everything else.
    init?(_ text: String) {
        let digits = text.dropFirst()
        guard let letter = text.first, let node = Mode(letter: letter), !digits.isEmpty,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = UInt64(digits)
        else { return nil }
        self.node = node
        self.number = number
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let number = NodeNumber(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "`\(text)` is not a name such as S12")
        }
        self = number
    }
}
