import Vocabulary

/// What a node stores of one scope's reign, and what alone it may tell the peer.
package struct ReignRecord: Sendable, Hashable {
    package let ownership: Ownership
    package let phase: ReignPhase

    package init(_ ownership: Ownership, _ phase: ReignPhase = .settled) {
        self.ownership = ownership
        self.phase = phase
    }

    /// How a scope is born.
    package static func first(of scope: Scope) -> ReignRecord { ReignRecord(.first(of: scope)) }

    /// What is stored after an attempt to store `wanted` where this stands: a reign gives way to the higher one alone,
    /// and within a reign the phase may change.
    package func storing(_ wanted: ReignRecord) -> ReignRecord {
        if wanted.ownership == ownership { return wanted }
        return ownership.merging(wanted.ownership) == wanted.ownership ? wanted : self
    }
}
