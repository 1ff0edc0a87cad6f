/// How well a node could ring now.
package enum RingingAbility: UInt8, Sendable, Hashable, Comparable, CaseIterable {
    /// Its Asterisk is down.
    case none
    /// It could ring, but not keep a claim: its database is down or does not answer.
    case unkept
    case full

    package static func < (left: RingingAbility, right: RingingAbility) -> Bool { left.rawValue < right.rawValue }
}
