/// What a request about guests comes to: what is kept, all or nothing, what telephones do after it, and what to tell
/// whoever asked.
package struct GuestDecision: Sendable, Hashable {
    /// Empty for a request for wake-ups.
    package var stay = StayDecision()
    /// The lines of the wake-up ledger, and for a request for wake-ups its answers.
    package var wakeUps = WakeUpDecision()

    package init(stay: StayDecision = StayDecision(), wakeUps: WakeUpDecision = WakeUpDecision()) {
        self.stay = stay
        self.wakeUps = wakeUps
    }

    /// Whether there is anything to keep.
    package var isEmpty: Bool { stay.changes.isEmpty && wakeUps.events.isEmpty }
}
