import Vocabulary

extension ReignMachine {
    /// What a takeover would do now.
    package func takeoverPreview(in view: PairView) -> ReignPreview {
        let refusal = takeoverRefusal
        return ReignPreview(
            scope: scope, former: record?.ownership, owner: own, epoch: nextEpoch,
            refusal: refusal?.words(own: own, scope: scope), forcing: refusal?.forcing(own: own, scope: scope),
            moves: ServiceChart.moves(from: view, to: view.with(.node(own), of: scope)))
    }

    /// What a giveback would do now.
    package func givebackPreview(in view: PairView) -> ReignPreview {
        ReignPreview(
            scope: scope, former: record?.ownership, owner: scope.home,
            epoch: record?.ownership.epoch.next(mintedBy: own),
            refusal: givebackRefusal?.words(own: own, scope: scope), forcing: nil,
            moves: ServiceChart.moves(from: view, to: view.with(.node(scope.home), of: scope)))
    }
}
