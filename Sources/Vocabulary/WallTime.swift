/// A moment on the wall clock: microseconds since 1970 in UTC. It may jump; deadlines use `Instant`.
package struct WallTime: RawRepresentable, Sendable, Hashable, Codable, Comparable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// Microseconds since 1970.
    package init(microseconds: Int64) { rawValue = microseconds }

    package static func < (left: WallTime, right: WallTime) -> Bool { left.rawValue < right.rawValue }

    package static func - (left: WallTime, right: WallTime) -> Duration {
        .microseconds(left.rawValue - right.rawValue)
    }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
