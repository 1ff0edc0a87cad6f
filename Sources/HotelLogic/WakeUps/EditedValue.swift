import Vocabulary

/// One side of a wake-up (its plan, or its place) after all edits that are known, in whatever order they came.
///
/// Of edits that knew of each other only the last remains; so there are two candidates at most, one by each node.
package struct EditedValue<Value: Sendable & Hashable>: Sendable, Hashable {
    /// What an edit made of it.
    package struct Candidate: Sendable, Hashable {
        package let edit: WakeUpEdit
        package let value: Value
        package let epoch: Epoch
        package let at: WallTime
    }

    /// The Primary's first.
    package private(set) var candidates: [Candidate] = []

    package init() {}

    mutating func insert(_ candidate: Candidate) {
        guard !candidates.contains(where: { $0.edit.contains(candidate.edit) }) else { return }
        candidates.removeAll { candidate.edit.contains($0.edit) }
        candidates.append(candidate)
        candidates.sort { $0.edit.revision.node.number < $1.edit.revision.node.number }
    }

    /// The one that stays, and the one that does not, where there are two that differ.
    func settled(_ goesFirst: (Candidate, Candidate) -> Bool) -> (kept: Candidate, dropped: Candidate?)? {
        guard let first = candidates.first else { return nil }
        guard candidates.count > 1, let second = candidates.last else { return (first, nil) }
        guard first.value != second.value else { return (first, nil) }
        return goesFirst(second, first) ? (second, first) : (first, second)
    }
}
