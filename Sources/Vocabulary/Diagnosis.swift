/// Why the peer is not simply online: a closed list, so that every trouble has a name, a cause and a cure.
///
/// A diagnosis says what is wrong; what is done about it is decided elsewhere.
package enum Diagnosis: Sendable, Hashable {
    /// Every path is silent. Without a witness the host and the way to it cannot be told apart.
    case hostOrPathGone
    /// Every path is silent and a witness answers: the peer's host is gone.
    case hostGone
    /// Every path is silent and no witness answers either: this node is cut off.
    case thisNodeCutOff
    /// The host answers but the peer's daemon does not run.
    case daemonDown
    /// The peer's daemon runs, its Asterisk does not.
    case asteriskDown
    /// The peer's daemon runs, its MariaDB does not.
    case databaseDown
    /// The peer's MariaDB refuses the login: address, password or account.
    case databaseAccessDenied
    /// The peer's MariaDB lets us in but does not let us read the feed.
    case databaseGrantMissing
    /// The peer's MariaDB cannot be reached encrypted.
    case databaseEncryption
    /// A port is closed on a host that otherwise answers.
    case portClosed(PathName)
    /// The two nodes hold different secrets.
    case secretsDiffer
    /// Both nodes are set to the same mode.
    case sameMode
    /// The wall clocks are apart by more than the limit.
    case clocksApart(seconds: Int)
    /// Two daemons answer under one name: a disk image runs twice.
    case clonedNode
    /// The peer's feed is older than what this node has already read from it.
    case restoredNode
    /// The peer speaks a protocol version that this node does not.
    case versionsTooFarApart(theirs: UInt16)
}
