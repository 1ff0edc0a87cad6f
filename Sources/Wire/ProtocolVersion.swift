/// The version of the language the two daemons speak, on heartbeat and control alike.
///
/// A layout may grow at its end without a new version: readers pass over trailing bytes they do not know.
/// The number rises only where an older reader would misunderstand what it reads.
package struct ProtocolVersion: RawRepresentable, Sendable, Hashable, Comparable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// What this program speaks.
    package static let current = ProtocolVersion(rawValue: 1)

    /// What this program understands: two neighbouring releases always share a version.
    package static let understood = ProtocolVersion(rawValue: 1)...ProtocolVersion(rawValue: 1)

    package var isUnderstood: Bool { Self.understood.contains(self) }

    package static func < (left: ProtocolVersion, right: ProtocolVersion) -> Bool { left.rawValue < right.rawValue }
}
