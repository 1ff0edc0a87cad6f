import Vocabulary

/// Where a service runs.
package enum ServicePlace: Sendable, Hashable {
    case node(Mode)
    /// On each node for itself.
    case both
    case nobody

    init(_ nodes: [Mode]) {
        switch nodes.count {
        case 0: self = .nobody
        case 1: self = .node(nodes[0])
        default: self = .both
        }
    }

    /// Whether the service runs on a node.
    package func includes(_ node: Mode) -> Bool {
        switch self {
        case .node(let mode): mode == node
        case .both: true
        case .nobody: false
        }
    }
}

extension ServicePlace: CustomStringConvertible {
    package var description: String {
        switch self {
        case .node(let mode): mode.description
        case .both: "both"
        case .nobody: "nobody"
        }
    }
}
