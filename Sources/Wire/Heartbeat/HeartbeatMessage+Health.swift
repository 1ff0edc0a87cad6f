extension HeartbeatMessage {
    /// How the sender is. Bits that a newer peer sets travel through unharmed.
    package struct Health: OptionSet, Sendable, Hashable {
        package let rawValue: UInt16

        package init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Its MariaDB answers.
        package static let databaseUp = Health(rawValue: 1 << 0)
        /// It was given an Asterisk to look after.
        package static let asteriskConfigured = Health(rawValue: 1 << 1)
        /// Its Asterisk answers.
        package static let asteriskUp = Health(rawValue: 1 << 2)
        /// It was asleep or starved a moment ago and distrusts its own timing.
        package static let slow = Health(rawValue: 1 << 3)
        /// It hears two daemons under the receiver's name.
        package static let cloneSeen = Health(rawValue: 1 << 4)
        /// It was restored from an older image and is still catching up.
        package static let restored = Health(rawValue: 1 << 5)
        /// It was just started and has not reached its MariaDB yet, which is no fault so far.
        package static let starting = Health(rawValue: 1 << 6)
    }
}
