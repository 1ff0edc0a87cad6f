/// What a node is able to do, as it knows of itself or as its heartbeat tells.
package struct NodeAbility: Sendable, Hashable {
    /// The Asterisk that a node looks after.
    package enum Asterisk: Sendable, Hashable, CaseIterable {
        case up
        case down
        /// The settings name none.
        case none
    }

    package var isDatabaseUp: Bool
    package var asterisk: Asterisk
    /// It came back from an older image and has not taken back everything yet: it holds no duty.
    package var isRestored: Bool
    /// Two daemons answer under its name.
    package var isCloned: Bool

    package init(
        isDatabaseUp: Bool = true, asterisk: Asterisk = .up, isRestored: Bool = false, isCloned: Bool = false
    ) {
        self.isDatabaseUp = isDatabaseUp
        self.asterisk = asterisk
        self.isRestored = isRestored
        self.isCloned = isCloned
    }

    /// What a heartbeat of the peer tells; whether two answer as it, only the listener can know.
    init(_ health: HeartbeatFacts.Health, isCloned: Bool) {
        self.init(
            isDatabaseUp: health.databaseUp,
            asterisk: health.asteriskConfigured ? (health.asteriskUp ? .up : .down) : .none,
            isRestored: health.restored, isCloned: isCloned)
    }
}
