/// A place in one node's change feed: the sequence number drawn when a row was last touched.
///
/// Numbers are drawn before their transaction commits, so a higher number may become visible earlier than a
/// lower one. Only positions at or below the *settled head* are complete.
package struct FeedPosition: RawRepresentable, Sendable, Hashable, Codable, Comparable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Before the first change.
    package static let start = FeedPosition(rawValue: 0)

    package static func < (left: FeedPosition, right: FeedPosition) -> Bool { left.rawValue < right.rawValue }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(UInt64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
