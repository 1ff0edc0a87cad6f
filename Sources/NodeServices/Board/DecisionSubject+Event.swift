import PairLogic
import Vocabulary

extension DecisionSubject {
    /// What a decision about it is as an event, where it is nothing more particular.
    var eventKind: EventKind {
        switch self {
        case .peer: .peer
        case .item: .item
        case .ownership: .ownership
        case .database: .database
        case .node: .node
        }
    }

    /// Who owns what is for a person to know; the rest is as usual.
    var eventSeverity: Severity {
        switch self {
        case .ownership: .warning
        case .peer, .item, .database, .node: .information
        }
    }
}
