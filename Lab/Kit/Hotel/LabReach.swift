import Vocabulary

/// How one phone came to reach another: how long it took until it rang there, and how many calls were tried in vain.
package struct LabReach: Sendable, Hashable, CustomStringConvertible {
    /// How long a call may take until the other end rings.
    private static let ringMax = Duration.seconds(10)
    /// Between two tries, about what a person takes to dial anew.
    private static let pause = Duration.milliseconds(300)

    package let took: Duration
    package let tried: Int
    package var failed: Int { tried - 1 }

    package var description: String {
        "\(tried == 1 ? "at once" : "\(failed) of \(tried) calls failed"), rang after \(took.inSeconds) s"
    }

    /// Calls until the other phone rings; the call that does is left ringing.
    ///
    /// - Parameter number: what is dialled; nil is the other's own number.
    package static func calling(
        _ called: LabPhone, from caller: LabPhone, dialling number: String? = nil, within limit: Duration = .seconds(40)
    ) async throws -> LabReach {
        let clock = ContinuousClock()
        let start = clock.now
        var tried = 0
        while true {
            tried += 1
            let words = try await fault(called, caller, number ?? called.number)
            guard let words else { return LabReach(took: clock.now - start, tried: tried) }
            guard clock.now - start < limit else {
                throw LabFailure.neverCame(
                    "\(caller.number) reaches \(called.number)", seconds: limit.inSeconds, seen: words)
            }
            try await LabWaiting.pass(pause)
        }
    }

    /// Makes one call; nil once the other phone rings, else what went wrong.
    private static func fault(_ called: LabPhone, _ caller: LabPhone, _ number: String) async throws -> String? {
        let before = caller.state.endings
        do {
            try await caller.dial(number)
        } catch let failure as LabFailure {
            return "\(failure)"
        }
        do {
            return try await LabWaiting.find("ringing", within: ringMax) { () -> String?? in
                if called.state.calls.contains(where: { $0.phase == .incoming }) { return .some(nil) }
                guard caller.state.endings == before else {
                    return "ended: \(String(describing: caller.state.lastEnded))"
                }
                return nil
            }
        } catch LabFailure.neverCame {
            try? await caller.hangUp()
            try await caller.awaitIdle()
            try await called.awaitIdle()
            return "it did not ring within \(ringMax.inSeconds) s"
        }
    }
}
