import Vocabulary

/// What somebody asks to be woken at: once, several times, or every day.
package struct WakeUpWish: Sendable, Hashable {
    package var times: [TimeOfDay]
    package var days: WakeUpDays
    /// One phone of the room; nil is all of them.
    package var number: ExtensionNumber?
    package var language: String?

    package init(
        at times: [TimeOfDay], _ days: WakeUpDays = .next, number: ExtensionNumber? = nil, language: String? = nil
    ) {
        self.times = times
        self.days = days
        self.number = number
        self.language = language
    }

    /// More calls for each room than one request may ask for.
    func tooMany(_ limits: WakeUpLimits) -> WakeUpFault? {
        var count = Set(times).count
        if case .on(let dates) = days { count *= Set(dates).count }
        guard count > limits.perRoomAndRequest else { return nil }
        return .tooManyAtOnce(count, countMax: limits.perRoomAndRequest)
    }
}
