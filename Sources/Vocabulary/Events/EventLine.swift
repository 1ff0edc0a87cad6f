/// An event as it is kept, and the channels by which it still has to leave.
package struct EventLine: Sendable, Hashable {
    /// Its number on its node: microseconds since 1970 when it happened, raised where several happened at once.
    package let id: UInt64
    package let event: Event
    package var due: Set<AlertChannel>

    package init(id: UInt64, event: Event, due: Set<AlertChannel> = []) {
        self.id = id
        self.event = event
        self.due = due
    }
}
