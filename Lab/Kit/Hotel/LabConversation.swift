import Vocabulary

/// A call between two phones: each hears the tone of the other.
package struct LabConversation: Sendable {
    package let caller: LabPhone
    package let called: LabPhone

    /// Dials, answers, and returns once each has heard the other.
    ///
    /// - Parameter number: what is dialled; nil is the other's own number.
    package init(from caller: LabPhone, dialling number: String? = nil, to called: LabPhone) async throws {
        self.caller = caller
        self.called = called
        try await caller.dial(number ?? called.number)
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
