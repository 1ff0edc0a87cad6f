/// Which of the two servers a node is.
///
/// A pair has exactly one node of each mode, so the mode also names the node: in versions, in feed rows,
/// in epochs. The Primary usually runs in the cloud, the Secondary on the premises.
package enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
    case primary
    case secondary

    /// The other node of the pair.
    package var peer: Mode { self == .primary ? .secondary : .primary }

    /// The number that stands for this node in the database and on the wire: 1 for the Primary, 2 for the Secondary.
    package var number: UInt8 { self == .primary ? 1 : 2 }

    /// The node behind a number from the database or the wire, or nil where the number names none.
    package init?(number: UInt8) {
        switch number {
        case 1: self = .primary
        case 2: self = .secondary
        default: return nil
        }
    }
}

extension Mode: CustomStringConvertible {
    /// The name as an operator reads it: `Primary` or `Secondary`.
    package var description: String { self == .primary ? "Primary" : "Secondary" }
}
