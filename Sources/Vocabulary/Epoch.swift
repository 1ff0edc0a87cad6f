/// The number of a reign: every change of a scope's owner raises it, and the higher epoch wins, always.
///
/// A node raises an epoch to the next number of its own parity (Primary even, Secondary odd), so two nodes
/// that cannot see each other never mint the same one.
package struct Epoch: RawRepresentable, Sendable, Hashable, Codable, Comparable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The epoch a scope is born with: its home's first number.
    package static func first(of scope: Scope) -> Epoch { Epoch(rawValue: scope.home == .primary ? 2 : 1) }

    /// The node whose parity this epoch carries, hence the node that minted it.
    package var minter: Mode { rawValue % 2 == 0 ? .primary : .secondary }

    /// The next epoch that `node` may mint above this one.
    package func next(mintedBy node: Mode) -> Epoch {
        let candidate = Epoch(rawValue: rawValue + 1)
        return candidate.minter == node ? candidate : Epoch(rawValue: rawValue + 2)
    }

    package static func < (left: Epoch, right: Epoch) -> Bool { left.rawValue < right.rawValue }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(UInt64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
