import Vocabulary

/// What became of one wake-up of a request.
package struct WakeUpAnswer: Sendable, Hashable {
    package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        case set
        /// Just so it was already; nothing was changed.
        case already
        case changed
        case cancelled
    }

    package let wakeUp: WakeUpID
    package let room: RoomNumber
    package let outcome: Outcome
    package let schedule: WakeUpSchedule
    /// When it rings first; nil of one that was cancelled.
    package let moment: ClockMoment?
    package let notes: [WakeUpNote]
}
