import Vocabulary

/// When a wake-up rings, at which phone and in which language.
package struct WakeUpPlan: Sendable, Hashable {
    package var schedule: WakeUpSchedule
    /// One phone of the room; nil is all of them.
    package var number: ExtensionNumber?
    /// Two letters; nil is the guest's language, or the house's.
    package var language: String?

    package init(_ schedule: WakeUpSchedule, number: ExtensionNumber? = nil, language: String? = nil) {
        self.schedule = schedule
        self.number = number
        self.language = language
    }
}
