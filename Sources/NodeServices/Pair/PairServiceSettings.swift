import PairLogic
import Vocabulary
import Wire

/// What the pair's service must know of the settings.
package struct PairServiceSettings: Sendable {
    /// A third host that tells a peer that is gone from a node that is cut off.
    package struct Witness: Sendable, Hashable {
        package let host: String
        package let port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    package var timings: PeerTimings
    /// How often control, database and witnesses are probed; 1 s.
    package var probeInterval: Duration
    /// The key to sign with, then those that are understood as well.
    package var keys: [HeartbeatKey]
    package var witnesses: [Witness]
    package var softwareVersion: String
    /// The hotel's time zone, by name.
    package var timeZone: String

    package init(
        timings: PeerTimings, probeInterval: Duration, keys: [HeartbeatKey], witnesses: [Witness],
        softwareVersion: String, timeZone: String
    ) {
        precondition(!keys.isEmpty, "a heartbeat without a key")
        self.timings = timings
        self.probeInterval = probeInterval
        self.keys = keys
        self.witnesses = witnesses
        self.softwareVersion = softwareVersion
        self.timeZone = timeZone
    }
}
