import PairLogic
import Vocabulary
import Wire

extension ControlRequest.Handover {
    init(_ question: HandoverQuestion) {
        self.init(
            scope: question.reign.scope, owner: question.reign.owner, epoch: question.reign.epoch,
            round: question.round, end: question.end.map { End(incarnation: $0.incarnation, head: $0.head) })
    }
}

extension HandoverQuestion {
    init(_ asked: ControlRequest.Handover) {
        self.init(
            reign: Ownership(scope: asked.scope, owner: asked.owner, epoch: asked.epoch), round: asked.round,
            end: asked.end.map { FeedMark(incarnation: $0.incarnation, head: $0.head) })
    }
}

extension HandoverVerdict {
    init(_ reply: ControlReply.Verdict) {
        switch reply.kind {
        case .reached: self = .reached
        case .behind: self = .behind(reply.words)
        case .declined: self = .declined(reply.words)
        }
    }

    var reply: ControlReply.Verdict {
        switch self {
        case .reached: .init(kind: .reached, words: "")
        case .behind(let words): .init(kind: .behind, words: words)
        case .declined(let words): .init(kind: .declined, words: words)
        }
    }
}
