/// Section `guests`: the desk of stays and wake-ups.
package struct GuestSettings: Sendable, Equatable {
    /// `guests.accept_wake_ups`: whether this node accepts wake-ups while the node that owns the guests is down. They
    /// merge with that node's own when it comes back. Default `false`.
    package var acceptsWakeUps = false
    /// `guests.confirm_ms`: the longest that an answer waits to say whether the peer has a change, 0 to 10000
    /// milliseconds. Default 3000.
    package var confirmWait = Duration.milliseconds(3000)

    /// `guests.history_days`: how long the ledgers of stays and wake-ups are kept, 30 to 3650 days. Default 400.
    package var historyDays = 400

    package init() {}
}
