/// How fast a node believes what it sees. Times are measured on the monotonic clock; the defaults suit a VPN.
package struct PeerTimings: Sendable, Hashable {
    /// Between two heartbeats of an idle node.
    package var heartbeatInterval: Duration = .milliseconds(250)
    /// No two heartbeats are closer, however often the feed moves: 50 a second.
    package var heartbeatSpacing: Duration = .milliseconds(20)

    /// A heartbeat is tardy no sooner than this, however steady the rhythm.
    package var suspectFloor: Duration = .seconds(1)
    /// A heartbeat is tardy no later than this, however unsteady the rhythm.
    package var suspectCeiling: Duration = .milliseconds(2_500)
    /// The peer's daemon is unheard no sooner than after this long without heartbeat or control.
    package var unheardFloor: Duration = .seconds(3)
    /// The peer's daemon is unheard no later than after this long, however bad the line.
    package var unheardCeiling: Duration = .seconds(10)
    /// How many mean deviations beyond the mean interval are still punctual.
    package var deviationsAllowed = 6

    /// How long after its start a node waits to hear the peer before it calls it offline.
    package var bootWait: Duration = .seconds(15)
    /// How long the answer of a path proves that the peer's host is alive. Must be below `unheardFloor`, or a host
    /// that just vanished would still seem alive.
    package var hostEvidence: Duration = .milliseconds(2_500)
    /// How long the answer of a witness counts.
    package var witnessEvidence: Duration = .seconds(5)
    /// How long forged or foreign datagrams from the peer's address count.
    package var rejectionEvidence: Duration = .seconds(5)
    /// How many of them within that time mean that the secrets differ.
    package var rejectionsForSecretsDiffer = 3
    /// A path whose probes bring no result for this long is unknown.
    package var probeStale: Duration = .seconds(30)
    /// How many silent probes in a row make a path down; a definite refusal does so at once.
    package var silentProbesUntilDown = 2

    /// How long the peer must prove alive after a port was found closed before the port alone is blamed.
    package var portPatience: Duration = .seconds(1)
    /// How much longer control must be heard than the heartbeat before the heartbeat's port is blamed.
    package var heartbeatPatience: Duration = .seconds(2)
    /// How long 3306 may refuse, while the peer says its database is up, before the port and not the database
    /// is blamed.
    package var contradictionPatience: Duration = .seconds(3)
    /// How long two marks of one feed must contradict each other: heartbeats and reads overtake each other.
    package var mismatchPatience: Duration = .seconds(3)
    /// How long a clone is remembered after it was last seen.
    package var cloneMemory: Duration = .seconds(60)
    /// The clocks of the two nodes may be this far apart.
    package var clockLimit: Duration = .seconds(60)

    /// When nothing at all came in for this long, this node was asleep or starved: ticks come far more often.
    package var pauseAfter: Duration = .seconds(1)
    /// How long after a pause this node calls itself slow.
    package var slowMemory: Duration = .seconds(10)
    /// How many pauses in a row, with nothing heard between, give the peer a fresh grace.
    package var gracesInRowMax = 3

    /// A better state must hold this long before it is believed, doubled with every relapse.
    package var recoveryFloor: Duration = .seconds(1)
    /// The longest that a better state is waited for.
    package var recoveryCeiling: Duration = .seconds(16)
    /// How long a relapse is remembered.
    package var relapseMemory: Duration = .seconds(300)

    package init() {}
}
