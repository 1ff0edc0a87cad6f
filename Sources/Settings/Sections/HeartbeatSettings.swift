/// Section `heartbeat`: how often the nodes speak, and when silence counts.
package struct HeartbeatSettings: Sendable, Equatable {
    /// `heartbeat.interval_ms`: pause between two heartbeats, 100 to 2000 milliseconds. Default 250.
    package var interval = Duration.milliseconds(250)
    /// `heartbeat.unheard_after_ms`: silence after which the peer's daemon counts as unheard, 1000 to 60000
    /// milliseconds, at least four intervals. Default 3000.
    package var unheardAfter = Duration.milliseconds(3000)
    /// `heartbeat.probe_interval_ms`: pause between two probes of every other path, 200 to 10000 milliseconds.
    /// Default 1000.
    package var probeInterval = Duration.milliseconds(1000)
    /// `heartbeat.clock_limit_seconds`: how far apart the two wall clocks may be, 1 to 3600 seconds. Default 60.
    package var clockLimit = Duration.seconds(60)
    /// `heartbeat.boot_wait_seconds`: how long a starting node waits for the peer before it takes exclusive
    /// duties, 3 to 300 seconds. Default 15.
    package var bootWait = Duration.seconds(15)

    package init() {}
}
