/// What a caller hears when a call cannot be put through. Each is a name of a sound, such as `ss-noservice`.
package struct AnnouncementSettings: Sendable, Hashable {
    /// The language of announcements: two letters.
    package var language: String
    /// The number leads nowhere.
    package var unknownNumber: String
    /// The phone is not there.
    package var unavailable: String
    /// The class of service does not allow the call.
    package var notAllowed: String
    /// No trunk took the call.
    package var allBusy: String
    /// A feature whose owner is gone.
    package var notNow: String

    package init(
        language: String = "en", unknownNumber: String = "ss-noservice", unavailable: String = "vm-nobodyavail",
        notAllowed: String = "ss-noservice", allBusy: String = "all-circuits-busy-now",
        notNow: String = "feature-not-avail-line"
    ) {
        self.language = language
        self.unknownNumber = unknownNumber
        self.unavailable = unavailable
        self.notAllowed = notAllowed
        self.allBusy = allBusy
        self.notNow = notNow
    }
}
