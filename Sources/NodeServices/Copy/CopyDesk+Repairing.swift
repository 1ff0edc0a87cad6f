import Ports
import Vocabulary

/// What the peer is told of a repair that it asked for.
extension CopyDesk {
    func repairBegan(_ name: ItemName) { board.change { $0.askedRepairs[name]?.began() } }

    func repairHeard(_ name: ItemName, _ report: ProgressReport) {
        board.change { $0.askedRepairs[name]?.heard(report) }
    }

    func repairWaits(_ name: ItemName, _ reason: String) { board.change { $0.askedRepairs[name]?.waits(reason) } }
}
