import Vocabulary

/// Calls that were answered, done as far as the ledger goes, and go on: they take up lines until they end.
struct RingingTalks: Sendable, Hashable {
    private struct Talk: Sendable, Hashable {
        let number: ExtensionNumber
        let until: Instant
    }

    private var open: [Attempt: Talk] = [:]

    var count: Int { open.count }

    mutating func began(_ attempt: Attempt, on number: ExtensionNumber, until: Instant) {
        open[attempt] = Talk(number: number, until: until)
    }

    /// The call to a phone is over: it may be one of those that rang beside the one that was answered.
    mutating func ended(_ attempt: Attempt, on number: ExtensionNumber) {
        if open[attempt]?.number == number { open[attempt] = nil }
    }

    /// Ends of which nobody told.
    mutating func expire(at now: Instant) { open = open.filter { $0.value.until > now } }
}
