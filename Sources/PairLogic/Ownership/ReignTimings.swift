/// How long the steps of a change of ownership may take.
package struct ReignTimings: Sendable, Hashable {
    /// How long after a failure the store is asked again.
    package var storeRetry: Duration = .seconds(1)
    /// How long the peer is given to come near before the barrier goes up. Programs go on writing meanwhile.
    package var catchUpLimit: Duration = .seconds(30)
    /// How long it is given behind the barrier.
    package var drainLimit: Duration = .seconds(2)
    /// How long apart it is asked whether it has come near.
    package var askAgain: Duration = .milliseconds(500)
    /// How long apart it is asked behind the barrier, where each moment counts.
    package var askAgainBehindBarrier: Duration = .milliseconds(100)
    /// How long the peer must have been there and well before a scope goes home by itself.
    package var stability: Duration = .seconds(600)

    /// How many epochs are skipped by a node that was restored, or that has not heard its peer since it was started
    /// and so cannot know whether its disk is an older image: the next number may have been given out before.
    package static let epochsSkippedBlindly: UInt64 = 1_000

    package init() {}
}
