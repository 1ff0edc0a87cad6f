import PairLogic
import Ports
import Vocabulary

/// Takeover and giveback, said before and done.
extension FailoverConsole {
    package func takeoverPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport] {
        let content = board.now
        return toTakeOver(scopes, content).compactMap { scope in
            content.reigns[scope].map { ReignPreviewReport($0.takeoverPreview(in: view(content))) }
        }
    }

    package func givebackPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport] {
        let content = board.now
        return toGiveBack(scopes, content).compactMap { scope in
            content.reigns[scope].map { ReignPreviewReport($0.givebackPreview(in: view(content))) }
        }
    }

    package func takeOver(
        _ scopes: Set<Scope>, isForced: Bool
    ) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport> {
        let content = board.now
        try ensureKnown(content)
        let wanted = toTakeOver(scopes, content)
        guard !wanted.isEmpty else { throw .refused("the \(board.mode) owns everything already") }
        return reigns.order(.takeOver(isForced: isForced), over: Set(wanted))
    }

    package func giveBack(_ scopes: Set<Scope>) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport> {
        let content = board.now
        try ensureKnown(content)
        let wanted = toGiveBack(scopes, content)
        guard !wanted.isEmpty else { throw .refused("nothing is away from its home; comxfailover services") }
        return reigns.order(.giveBack(.operatorHere), over: Set(wanted))
    }

    private func ensureKnown(_ content: NodeBoard.Content) throws(ConsoleFailure) {
        guard Scope.allCases.allSatisfy({ content.reigns[$0]?.record != nil }) else {
            throw .unavailable("it is not known yet who owns what: this node's database was not reached")
        }
    }

    /// The scopes that are named, or all that this node does not own.
    private func toTakeOver(_ scopes: Set<Scope>, _ content: NodeBoard.Content) -> [Scope] {
        Scope.allCases.filter { scope in
            scopes.isEmpty ? content.holder(of: scope) != .node(board.mode) : scopes.contains(scope)
        }
    }

    /// The scopes that are named, or all that are away from their home.
    private func toGiveBack(_ scopes: Set<Scope>, _ content: NodeBoard.Content) -> [Scope] {
        Scope.allCases.filter { scope in
            scopes.isEmpty ? content.holder(of: scope) != .node(scope.home) : scopes.contains(scope)
        }
    }
}

extension ReignPreviewReport {
    init(_ preview: ReignPreview) {
        self.init(
            scope: preview.scope, formerOwner: preview.former?.owner, owner: preview.owner, epoch: preview.epoch,
            refusal: preview.refusal, forcing: preview.forcing,
            moves: preview.moves.map { move in
                Move(
                    service: move.service.rawValue, title: move.service.title, from: move.from.word, to: move.to.word,
                    why: move.why)
            })
    }
}
