import Vocabulary

/// Section `wake_ups`: how guests are woken. The same on both nodes.
package struct WakeUpSettings: Sendable, Equatable {
    /// The most snooze keys: 1 to 9.
    package static let snoozeKeysMax = 9

    /// `wake_ups.attempts`: calls to a room until the desk is told, 1 to 10. Default 3.
    package var attempts = 3
    /// `wake_ups.interval_seconds`: from the end of one attempt to the next, 30 to 1800 seconds. Default 180.
    package var interval = Duration.seconds(180)
    /// `wake_ups.ring_seconds`: how long phones ring, 10 to 120 seconds. Default 45.
    package var ringTime = Duration.seconds(45)
    /// `wake_ups.snooze_minutes`: after how many minutes another call comes when the guest presses 1, 2, 3 and so on,
    /// each 1 to 60. Default 5, 10, 15.
    package var snoozeMinutes = [5, 10, 15]
    /// `wake_ups.snoozes`: how often a guest may ask for another call, 0 to 20. Default 6.
    package var snoozes = 6
    /// `wake_ups.confirm_key`: the digit that a guest must press to count as woken. Default: none, lifting the receiver
    /// is enough.
    package var confirmKey: String?
    /// `wake_ups.lateness_minutes`: that much too late a call is of no use, and the desk is told, 5 to 240 minutes.
    /// Default 30.
    package var lateness = Duration.seconds(1_800)
    /// `wake_ups.grace_seconds`: how long after the due time the other node waits for an owner that it does not hear,
    /// 10 to 300 seconds. Default 45.
    package var grace = Duration.seconds(45)
    /// `wake_ups.calls_per_second`: calls begun in a second, 1 to 200. Default 20.
    package var callsPerSecond = 20
    /// `wake_ups.calls_at_once`: calls that ring or talk at once, 1 to 500. Default 250.
    package var callsAtOnce = 250
    /// `wake_ups.desk_extension`: who is told of what could not be done. Default: whoever answers at the desk.
    package var deskExtension: String?

    package init() {}
}
