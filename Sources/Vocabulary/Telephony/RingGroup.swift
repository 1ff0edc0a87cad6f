/// A number behind which several extensions ring.
package struct RingGroup: Sendable, Hashable {
    /// In which order its members ring.
    package enum Strategy: String, Sendable, Hashable, Codable, CaseIterable {
        /// All at once.
        case together
        /// One after another, in the order of the list.
        case inTurn = "in-turn"
    }

    package var number: ExtensionNumber
    package var name: String
    package var strategy: Strategy
    /// How long it rings; in turn, each member.
    package var ringSeconds: Int
    package var members: [ExtensionNumber]
    /// The extension or group that gets the call when nobody answers; nil is the desk.
    package var overflow: ExtensionNumber?
    package var isEnabled: Bool

    package init(
        number: ExtensionNumber, name: String, strategy: Strategy = .together, ringSeconds: Int = 25,
        members: [ExtensionNumber], overflow: ExtensionNumber? = nil, isEnabled: Bool = true
    ) {
        self.number = number
        self.name = name
        self.strategy = strategy
        self.ringSeconds = ringSeconds
        self.members = members
        self.overflow = overflow
        self.isEnabled = isEnabled
    }
}
