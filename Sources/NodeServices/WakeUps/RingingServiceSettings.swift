import HotelLogic
import Vocabulary

/// What the ringing of wake-ups must know of the settings.
package struct RingingServiceSettings: Sendable {
    package var ringing: RingingSettings
    /// The property's wall clock.
    package var zone: ZoneRules
    /// Who is told what could not be done; nil is whoever answers at the desk.
    package var deskNumber: ExtensionNumber?
    /// A peer of which no heartbeat was heard for so long is unheard.
    package var unheardAfter: Duration
    /// Clocks further apart than that are not trusted.
    package var clockLimit: Duration

    package init(
        ringing: RingingSettings = RingingSettings(), zone: ZoneRules, deskNumber: ExtensionNumber? = nil,
        unheardAfter: Duration = .seconds(3), clockLimit: Duration = .seconds(60)
    ) {
        self.ringing = ringing
        self.zone = zone
        self.deskNumber = deskNumber
        self.unheardAfter = unheardAfter
        self.clockLimit = clockLimit
    }
}
