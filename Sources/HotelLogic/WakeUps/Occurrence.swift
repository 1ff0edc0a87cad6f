import Vocabulary

/// One ring of a wake-up: the wake-up as it was planned by one edit, on one day. It ends as answered, or as given up
/// and told to the desk.
package struct Occurrence: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let wakeUp: WakeUpID
    /// The edit that planned it. A room move makes no new occurrence of it: whoever was woken is not woken again.
    package let revision: WakeUpRevision
    package let date: CalendarDate

    package init(_ wakeUp: WakeUpID, _ revision: WakeUpRevision, on date: CalendarDate) {
        self.wakeUp = wakeUp
        self.revision = revision
        self.date = date
    }

    package var description: String { "\(wakeUp) of \(date)" }

    package static func < (left: Occurrence, right: Occurrence) -> Bool {
        (left.date, left.wakeUp, left.revision) < (right.date, right.wakeUp, right.revision)
    }
}
