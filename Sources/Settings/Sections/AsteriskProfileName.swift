/// Who else writes Asterisk's configuration, as the settings spell it.
package enum AsteriskProfileName: String, Sendable, Hashable, CaseIterable {
    case plain
    case freepbx
}
