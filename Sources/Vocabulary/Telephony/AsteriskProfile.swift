/// Who else writes this Asterisk's configuration.
package enum AsteriskProfile: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nobody: all of it is ours.
    case plain
    /// FreePBX: we write what it does not, through its hooks.
    case freePBX = "freepbx"
}
