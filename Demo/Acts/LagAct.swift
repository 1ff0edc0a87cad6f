import Vocabulary

/// How long one change takes from one node to the other while little else happens.
struct LagAct: Act {
    private static let changes = 101
    private static let medianMax = Duration.milliseconds(100)
    private static let worstMax = Duration.seconds(1)

    let title = "One change after another is timed on its way across"

    func perform(on stage: Stage, paper: Paper) async throws {
        let probe = LagProbe(writer: stage.primary, reader: stage.secondary, extensionNumber: "200")
        let lags = try await probe.measure(Self.changes)
        let median = lags[lags.count / 2]
        let tail = lags[lags.count * 99 / 100]
        prove(
            Claim(
                "One change, from writing to seen: median of \(Self.changes)", took: median,
                within: Self.medianMax),
            stage, paper)
        prove(Claim("One change, from writing to seen: 99 of 100", took: tail, within: Self.worstMax), stage, paper)
    }
}
