import Vocabulary

/// All wake-ups that a node knows, as they stand.
package struct WakeUpBook: Sendable, Hashable {
    private var wakeUps: [WakeUpID: WakeUp] = [:]

    package init() {}

    package init(_ events: some Sequence<WakeUpEvent>) {
        for event in events { fold(event) }
    }

    // MARK: Inputs

    /// A line of the ledger, of either node; one that is known already changes nothing.
    package mutating func fold(_ event: WakeUpEvent) {
        wakeUps[event.wakeUp, default: WakeUp(event.wakeUp)].fold(event)
    }

    /// What the peer says of an occurrence.
    package mutating func merge(_ record: OccurrenceRecord, of occurrence: Occurrence) {
        wakeUps[occurrence.wakeUp, default: WakeUp(occurrence.wakeUp)].merge(record, of: occurrence)
    }

    /// Forgets what is over and was over before that day; it stands in the ledger.
    package mutating func forget(before day: CalendarDate) {
        wakeUps = wakeUps.filter { _, wakeUp in
            let last = wakeUp.records.keys.map(\.date).max() ?? wakeUp.plan?.schedule.last
            return !(wakeUp.isOver && last.map { $0 < day } ?? true)
        }
    }

    // MARK: Queries

    package subscript(id: WakeUpID) -> WakeUp? { wakeUps[id] }

    package var count: Int { wakeUps.count }
    package var all: [WakeUp] { wakeUps.values.sorted { $0.id < $1.id } }
    /// Those of which something is still to come.
    package var active: [WakeUp] { all.filter { $0.plan != nil && !$0.isOver } }

    package func active(in room: RoomNumber) -> [WakeUp] { active.filter { $0.place?.room == room } }

    package func record(of occurrence: Occurrence) -> OccurrenceRecord {
        wakeUps[occurrence.wakeUp]?.record(of: occurrence) ?? OccurrenceRecord()
    }
}
