import Synchronization
import Vocabulary

/// The call ledgers of both nodes: one for each life of a node's feed, so that no number is used twice.
final class CallBooks: Sendable {
    private struct Life: Hashable {
        let node: Mode
        let incarnation: Incarnation
    }

    private let ledgers = Mutex<[Life: CallLedger]>([:])

    func ledger(_ node: Mode, _ incarnation: Incarnation) -> CallLedger {
        ledgers.withLock { ledgers in
            let life = Life(node: node, incarnation: incarnation)
            if let ledger = ledgers[life] { return ledger }
            let ledger = CallLedger(node: node, incarnation: incarnation)
            ledgers[life] = ledger
            return ledger
        }
    }

    /// The lives that records were made in.
    var incarnations: [Incarnation] { ledgers.withLock { $0.keys.map(\.incarnation) } }

    /// How many records were made on both nodes.
    var count: Int { ledgers.withLock { $0.values.reduce(0) { $0 + $1.count } } }
}
