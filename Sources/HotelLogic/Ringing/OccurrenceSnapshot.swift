/// What a node knows of an occurrence, as it tells the other when it yields the turn or is asked.
package struct OccurrenceSnapshot: Sendable, Hashable {
    package let occurrence: Occurrence
    package let record: OccurrenceRecord

    package init(_ occurrence: Occurrence, _ record: OccurrenceRecord) {
        self.occurrence = occurrence
        self.record = record
    }
}
