/// One part of the show: does something to the pair and enters what it proved into the book of claims.
protocol Act: Sendable {
    /// What the audience reads before it.
    var title: String { get }
    func perform(on stage: Stage, paper: Paper) async throws
}

extension Act {
    /// Enters a claim into the book and shows it.
    func prove(_ claim: Claim, _ stage: Stage, _ paper: Paper) {
        stage.claims.enter(claim)
        paper.claim(claim)
    }
}
