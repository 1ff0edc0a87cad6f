import HotelLogic

/// The limits of the guest desk.
package struct GuestDeskSettings: Sendable, Hashable {
    /// The longest that an answer waits to know whether the peer has a change; 3 s.
    package var safetyWait = Duration.seconds(3)
    /// Whether wake-ups are accepted here while the owner of the guests is down.
    package var acceptsWakeUps = false
    package var limits = WakeUpLimits()

    package init() {}
}
