/// What a request about stays comes to: what is kept, all or nothing, and what the owner's Asterisk does after it.
package struct StayDecision: Sendable, Hashable {
    /// Nothing where everything was so already.
    package var changes: [StayChange] = []
    package var effects: [TelephonyEffect] = []
    /// The stay that it was about, where it was about one.
    package var stay: StayID?

    package init() {}
}
