import PairLogic
import Ports
import Vocabulary

/// Takeover and giveback, said before and done.
extension FailoverConsole {
    package func takeoverPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport] {
        let content = await settled()
        return toTakeOver(scopes, content).compactMap { scope in
            content.reigns[scope].map { machine in
                let view = view(content)
                let wait = machine.takeoverRefusal(in: view).flatMap { content.wait(for: $0) }
                return ReignPreviewReport(machine.takeoverPreview(in: view), wait: wait)
            }
        }
    }

    package func givebackPreview(_ scopes: Set<Scope>) async -> [ReignPreviewReport] {
        let content = await settled()
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

    package func stopGiveback(_ scopes: Set<Scope>) async throws(ConsoleFailure) -> AsyncStream<ReignStepReport> {
        let content = board.now
        try ensureKnown(content)
        let busy = Set(Scope.allCases.filter { content.reigns[$0]?.progress != nil })
        let wanted = scopes.isEmpty ? busy : scopes
        guard !wanted.isEmpty else { throw .refused("no giveback is under way here") }
        return reigns.order(.stopGiveback, over: wanted)
    }

    /// What the board knows once nothing that takes a moment is under way: what is said then is what would be done.
    private func settled() async -> NodeBoard.Content {
        let limit = clock.now() + ReignService.momentMax
        while board.read({ $0.reigns.values.contains(where: \.isBusyForAMoment) }), clock.now() < limit {
            guard (try? await clock.sleep(for: ReignService.lookEveryWhenBusy)) != nil else { break }
        }
        return board.now
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
    /// - Parameter wait: when a refusal will be none any more, where that is known.
    init(_ preview: ReignPreview, wait: String? = nil) {
        self.init(
            scope: preview.scope, formerOwner: preview.former?.owner, owner: preview.owner, epoch: preview.epoch,
            refusal: preview.refusal.map { $0 + (wait.map { "; \($0)" } ?? "") }, forcing: preview.forcing,
            moves: preview.moves.map { move in
                Move(
                    service: move.service.rawValue, title: move.service.title, from: move.from.word, to: move.to.word,
                    why: move.why)
            })
    }
}
