import Vocabulary

/// A wake-up, by the node on which it was set and that node's own number of it: `P7`, `S12`.
package struct WakeUpID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let node: Mode
    package let number: UInt64

    package init(node: Mode, number: UInt64) {
        self.node = node
        self.number = number
    }

    /// Reads `S12`, also in small letters; nil for everything else.
    package init?(_ text: String) {
        let digits = text.dropFirst()
        guard let letter = text.first, let node = Mode(letter: letter), !digits.isEmpty,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = UInt64(digits)
        else { return nil }
        self.init(node: node, number: number)
    }

    package var description: String { "\(node.letter)\(number)" }

    package static func < (left: WakeUpID, right: WakeUpID) -> Bool {
        (left.number, left.node.number) < (right.number, right.node.number)
    }
}
