/// What is known of this node's Asterisk.
package enum AsteriskSituation: Sendable, Hashable {
    /// No connection was tried yet.
    case starting
    /// Its manager cannot be reached, or does not answer; the text says why.
    case unreachable(String)
    /// Its manager does not let this node in; the settings and Asterisk's differ.
    case refused(String)
    /// It lets us in and is still reading its configuration.
    case booting
    /// It takes calls and orders.
    case running
}
