import HotelLogic
import PairLogic
import ReplicaLogic
import Vocabulary

/// What the two daemons say to each other over the control connection.
extension World {
    /// How long an answer is waited for.
    static let answerMax: Duration = .seconds(1)

    /// Sends something, in order with what was sent before. False where it is known at once that it cannot arrive; what
    /// is under way may be lost with the connection.
    @discardableResult
    func send(_ message: ControlMessage, from node: SimulatedNode) -> Bool {
        guard let run = peer(of: node).daemon?.run, network.cut.isEmpty else { return false }
        let mode = node.mode.peer
        let at = max(now + network.travel(&random), controlArrival[mode] ?? now)
        controlArrival[mode] = at
        queue.plan(.control(to: mode, run: run, message), at: at)
        return true
    }

    func arrived(_ message: ControlMessage, at node: SimulatedNode, run: Int) {
        guard node.daemon?.run == run, network.cut.isEmpty else { return }
        switch message {
        case .question(let question): wasAsked(question, at: node)
        case .answer(let question, let verdict):
            take(.answered(known(question, at: node), verdict), of: question.reign.scope, at: node)
        case .giveback(let scope): take(.givebackWanted(.operatorAtPeer), of: scope, at: node)
        case .ringing(let message): tellRinging(node) { $0.received(message, at: $1, wall: $2) }
        }
    }

    // MARK: Questions of a giveback

    func ask(_ question: HandoverQuestion, from node: SimulatedNode) {
        guard let run = node.daemon?.run else { return }
        node.daemon?.reigns[Catalogue.role(of: question.reign.scope)].asked = question
        let isSent = send(.question(question), from: node)
        plan(.silence(node.mode, question, run: run), in: isSent ? Self.answerMax : .milliseconds(1))
    }

    /// An answer that came in time makes this change nothing.
    func wasNotAnswered(_ question: HandoverQuestion, at node: SimulatedNode, run: Int) {
        guard node.daemon?.run == run else { return }
        take(.unanswered(question, "no answer"), of: question.reign.scope, at: node)
    }

    private func wasAsked(_ question: HandoverQuestion, at node: SimulatedNode) {
        guard let daemon = node.daemon else { return }
        let verdict = daemon.reign(question.reign.scope).verdict(on: question, progress: progress(question, at: node))
        send(.answer(question, verdict), from: node)
    }

    /// How far a node has what it is asked for.
    private func progress(_ question: HandoverQuestion, at node: SimulatedNode) -> HandoverVerdict {
        guard !has(.progressAssumed) else { return .reached }
        guard let daemon = node.daemon, node.isDatabaseUp, !daemon.items.isEmpty, let life = daemon.peerLife else {
            return .behind("nothing was read yet")
        }
        let told = daemon.machine.facts.map { FeedMark(incarnation: $0.incarnation, head: $0.settledHead) }
        guard let end = question.end ?? told, end.incarnation == life, node.store.image.suspectAbove == nil else {
            return .behind("the peer's feed is not the one that is read")
        }
        let items = Catalogue.items.indices.filter { Catalogue.items[$0] == .owned(question.reign.scope) }
        for item in items {
            let desk = daemon.items[item]
            guard !desk.isRebuilding, desk.cursor >= end.head else { return .behind("item \(item) is behind") }
            let tables = desk.tables.map { node.store.image.tables[$0] }
            if tables.contains(where: { $0.feed.values.contains(where: \.stamp.isDrift) }) {
                return .behind("item \(item) holds drift")
            }
        }
        return .reached
    }

    /// The question that an answer belongs to.
    private func known(_ question: HandoverQuestion, at node: SimulatedNode) -> HandoverQuestion {
        guard has(.anyAnswerCounts) else { return question }
        return node.daemon?.reigns[Catalogue.role(of: question.reign.scope)].asked ?? question
    }
}
