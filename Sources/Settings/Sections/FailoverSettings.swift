/// Section `failover`: who owns what, and what happens by itself.
package struct FailoverSettings: Sendable, Equatable {
    /// `failover.automatic_giveback`: whether what this node took over goes home by itself. Default false.
    package var isGivebackAutomatic = false
    /// `failover.stability_seconds`: how long the other node must have been there and well before that, 60 to 86400
    /// seconds. Default 600.
    package var stability = Duration.seconds(600)

    package init() {}
}
