import Vocabulary

/// A call between two phones: each hears the tone of the other.
package struct LabConversation: Sendable {
    private static let ringMax = Duration.seconds(20)

    package let caller: LabPhone
    package let called: LabPhone

    /// Dials, answers, and returns once each has heard the other; fails at once where the call ends instead.
    ///
    /// - Parameter number: what is dialled; nil is the other's own number.
    package init(from caller: LabPhone, dialling number: String? = nil, to called: LabPhone) async throws {
        let before = caller.state.endings
        try await caller.dial(number ?? called.number)
        try await LabWaiting.until(
            "phone \(called.number) rings", within: Self.ringMax,
            seen: { "\(called.state), and of the caller \(caller.state)" }
        ) {
            let state = caller.state
            guard state.endings == before else {
                throw LabFailure.unusable(
                    "the call of \(caller.number) ended: \(String(describing: state.lastEnded))")
            }
            return called.state.calls.contains { $0.phase == .incoming }
        }
        try await self.init(answering: called, calledBy: caller)
    }

    /// Answers what rings, and returns once each has heard the other.
    package init(answering called: LabPhone, calledBy caller: LabPhone) async throws {
        self.caller = caller
        self.called = called
        try await called.answer()
        try await caller.awaitEstablished()
        try await called.awaitEstablished()
        try await hear()
    }

    /// Waits until each hears the other, in sound that arrives from now on.
    package func hear(within limit: Duration = .seconds(10)) async throws {
        async let one: Void = caller.awaitTone(called.plan.tone, within: limit)
        async let other: Void = called.awaitTone(caller.plan.tone, within: limit)
        _ = try await (one, other)
    }

    /// Hangs up at the caller's end.
    package func end() async throws {
        try await caller.hangUp()
        try await caller.awaitIdle()
        try await called.awaitIdle()
    }
}
