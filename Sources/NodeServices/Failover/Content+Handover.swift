import PairLogic
import Ports
import ReplicaLogic
import Vocabulary

extension NodeBoard.Content {
    /// Whether this node, a scope's home, has stored everything that the owner asks for.
    ///
    /// Asked for are the items of the scope, and those that both nodes append to: what happened belongs to what is
    /// handed over.
    func handoverProgress(for question: HandoverQuestion) -> HandoverVerdict {
        guard let facts = peer?.facts else { return .behind("the owner is not heard here") }
        let end = question.end ?? FeedMark(incarnation: facts.incarnation, head: facts.settledHead)
        guard peerMemory?.incarnation == end.incarnation else { return .behind("the owner's feed is not read yet") }
        let asked = items.filter { $0.isEnabled && $0.isHandedOver(with: question.reign.scope) }
        let missing = asked.filter { (standings[$0.name]?.cursor ?? .start) < end.head }
        guard let first = missing.first else { return .reached }
        let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
        let state = standings[first.name].map { $0.state.word } ?? "starting"
        return .behind("item \(first.name)\(more) is not there yet (\(state))")
    }
}

extension ItemDefinition {
    fileprivate func isHandedOver(with scope: Scope) -> Bool {
        switch rule {
        case .owned(let own): own == scope
        case .appendOnly: true
        case .newestWins: false
        }
    }
}
