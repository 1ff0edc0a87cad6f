import Vocabulary

/// On which days somebody wants to be woken.
package enum WakeUpDays: Sendable, Hashable {
    /// As soon as the clock shows the time again: today or tomorrow.
    case next
    case on([CalendarDate])
    /// Every day; from the next one on and until the guest leaves, where nothing else is said.
    case daily(from: CalendarDate? = nil, through: CalendarDate? = nil)
}
