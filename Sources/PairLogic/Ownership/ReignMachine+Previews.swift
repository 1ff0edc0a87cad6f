import Vocabulary

extension ReignMachine {
    /// What a takeover would do now.
    package func takeoverPreview(in view: PairView) -> ReignPreview {
        let refusal = takeoverRefusal(in: view)
        return ReignPreview(
            scope: scope, former: record?.ownership, owner: own, epoch: nextEpoch,
            refusal: refusal?.words(own: own, scope: scope), forcing: refusal?.forcing(own: own, scope: scope),
            moves: ServiceChart.moves(from: view, to: view.with(.node(own), of: scope)))
    }

    /// Why a takeover would be refused in that view of the pair: what is said before and what is done then go by the
    /// same sight of the peer.
    package func takeoverRefusal(in view: PairView) -> TakeoverRefusal? {
        var machine = self
        (machine.peer, machine.ability) = (view.peer, view.ability)
        return machine.takeoverRefusal
    }

    /// What a giveback would do now.
    ///
    /// At the scope's home the owner is the one to be asked: only whether it is heard is known here.
    package func givebackPreview(in view: PairView) -> ReignPreview {
        ReignPreview(
            scope: scope, former: record?.ownership, owner: scope.home,
            epoch: record.flatMap { $0.ownership.epoch.next(mintedBy: $0.ownership.owner) },
            refusal: (isToBeAsked ? askingRefusal : givebackRefusal)?.words(own: own, scope: scope), forcing: nil,
            moves: ServiceChart.moves(from: view, to: view.with(.node(scope.home), of: scope)))
    }

    /// This node is the home of a scope that the peer owns.
    private var isToBeAsked: Bool { scope.home == own && record?.ownership.owner == own.peer }

    private var askingRefusal: GivebackRefusal? {
        guard case .heard = peer else { return .peerNotHeard }
        return isSeeingEachOther ? nil : .notSeeingEachOther
    }
}
