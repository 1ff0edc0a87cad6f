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
        guard let parts = NodeNumber(text) else { return nil }
        self.init(node: parts.node, number: parts.number)
    }

    package var description: String { "\(node.letter)\(number)" }

    package static func < (left: WakeUpID, right: WakeUpID) -> Bool {
        (left.number, left.node.number) < (right.number, right.node.number)
    }
}

extension WakeUpID: Codable {
    package init(from decoder: any Decoder) throws {
        let parts = try NodeNumber(from: decoder)
        self.init(node: parts.node, number: parts.number)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
