import Vocabulary

/// A stay, by the node that wrote it down and that node's own number of it: `P7`, `S12`.
package struct StayID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let node: Mode
    package let number: UInt64

    package init(node: Mode, number: UInt64) {
        self.node = node
        self.number = number
    }

    package var description: String { "\(node.letter)\(number)" }

    package static func < (left: StayID, right: StayID) -> Bool {
        (left.number, left.node.number) < (right.number, right.node.number)
    }
}
