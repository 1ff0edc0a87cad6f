/// How patiently a private server is started, stopped and started again.
package struct PrivateServerPolicy: Sendable, Hashable {
    /// Below this much free space on the data's disk the server is not started.
    package var freeBytesFloor: UInt64 = 64 << 20
    /// The pause before the first new start; each further one within the window doubles it.
    package var pauseFirst: Duration = .milliseconds(500)
    /// The longest pause between two starts.
    package var pauseMax: Duration = .seconds(30)
    /// This many deaths within `deathsWindow` and the server is held.
    package var deathsMax = 5
    /// How far back deaths are counted.
    package var deathsWindow: Duration = .seconds(120)
    /// How often a held server's reason is looked at again.
    package var holdCheck: Duration = .seconds(5)
    /// How long a stopping server may take to write its pages before it is killed, which loses nothing committed.
    package var stopMax: Duration = .seconds(60)

    package init() {}
}
