import Vocabulary

/// What somebody should know of a wake-up that was accepted all the same.
package enum WakeUpNote: Sendable, Hashable, CustomStringConvertible {
    /// Clocks go forward past it that night.
    case skipped(LocalTime, shown: LocalTime)
    /// Clocks go back over it that night.
    case twice(LocalTime, ringsSecond: Bool)
    /// The guest is expected to leave before.
    case afterDeparture(CalendarDate)
    /// Its time has just come.
    case ringsAtOnce

    package var description: String {
        switch self {
        case .skipped(let time, let shown):
            "there is no \(time): clocks go forward that night; it rings at \(shown.time)"
        case .twice(let time, let ringsSecond):
            "\(time) comes twice: clocks go back that night; it rings the \(ringsSecond ? "second" : "first") time"
        case .afterDeparture(let date): "the guest is expected to leave on \(date)"
        case .ringsAtOnce: "it rings at once"
        }
    }
}
