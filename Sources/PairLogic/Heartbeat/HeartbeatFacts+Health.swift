extension HeartbeatFacts {
    /// How the peer says it is.
    package struct Health: Sendable, Hashable {
        package var databaseUp: Bool
        /// False on a node that was given no Asterisk to look after.
        package var asteriskConfigured: Bool
        package var asteriskUp: Bool
        /// The peer was asleep or starved a moment ago.
        package var slow: Bool
        /// The peer hears two daemons under this node's name.
        package var cloneSeen: Bool
        /// The peer was restored from an older image and is catching up.
        package var restored: Bool
        /// The peer was just started and has not reached its database yet.
        package var starting: Bool

        package init(
            databaseUp: Bool, asteriskConfigured: Bool, asteriskUp: Bool, slow: Bool = false,
            cloneSeen: Bool = false, restored: Bool = false, starting: Bool = false
        ) {
            self.databaseUp = databaseUp
            self.asteriskConfigured = asteriskConfigured
            self.asteriskUp = asteriskUp
            self.slow = slow
            self.cloneSeen = cloneSeen
            self.restored = restored
            self.starting = starting
        }
    }
}
