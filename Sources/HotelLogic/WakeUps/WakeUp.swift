import Vocabulary

/// A wake-up as it stands: what all lines of its ledger come to, whatever their order.
///
/// Plan and place are settled apart, so that a room move on one node and a new time on the other both count. Where
/// both nodes made different plans the earlier ring stays, and a ring stays before a cancellation; where the guest was
/// moved to two rooms the newer move counts. Either way the desk is told.
package struct WakeUp: Sendable, Hashable {
    package let id: WakeUpID
    /// nil is cancelled.
    private(set) var plans = EditedValue<WakeUpPlan?>()
    private(set) var places = EditedValue<WakeUpPlace>()
    private var newest: [Mode: WakeUpRevision] = [:]
    /// What the newest edit planned that planned anything; it outlives a cancellation.
    package private(set) var latestPlan: WakeUpPlan?
    private var latestPlanning: WakeUpRevision?
    /// By the edit that planned the ring, and by its day.
    package private(set) var records: [Occurrence: OccurrenceRecord] = [:]
    private var told: Set<WakeUpDisagreement> = []

    package init(_ id: WakeUpID) { self.id = id }

    // MARK: Inputs

    mutating func fold(_ event: WakeUpEvent) {
        switch event.what {
        case .edited(let edit): fold(edit, epoch: event.epoch, at: event.at)
        case .rung(let occurrence, let step): records[occurrence, default: OccurrenceRecord()].fold(step, of: event)
        case .disagreementTold(_, let disagreement): told.insert(disagreement)
        }
    }

    /// What the peer says of one of its rings.
    mutating func merge(_ record: OccurrenceRecord, of occurrence: Occurrence) {
        records[occurrence, default: OccurrenceRecord()].merge(record)
    }

    private mutating func fold(_ edit: WakeUpEdit, epoch: Epoch, at: WallTime) {
        newest[edit.revision.node] = max(newest[edit.revision.node] ?? edit.revision, edit.revision)
        switch edit.change {
        case .set(let plan, let place):
            insert(plan, edit, epoch, at)
            places.insert(.init(edit: edit, value: place, epoch: epoch, at: at))
        case .changed(let plan): insert(plan, edit, epoch, at)
        case .moved(let place): places.insert(.init(edit: edit, value: place, epoch: epoch, at: at))
        case .cancelled: plans.insert(.init(edit: edit, value: nil, epoch: epoch, at: at))
        }
    }

    private mutating func insert(_ plan: WakeUpPlan, _ edit: WakeUpEdit, _ epoch: Epoch, _ at: WallTime) {
        plans.insert(.init(edit: edit, value: plan, epoch: epoch, at: at))
        guard latestPlanning.map({ edit.revision >= $0 }) ?? true else { return }
        (latestPlan, latestPlanning) = (plan, edit.revision)
    }

    // MARK: Queries

    /// nil while the line that set it has not arrived, or where it is cancelled.
    package var plan: WakeUpPlan? { settledPlan?.kept.value }
    package var place: WakeUpPlace? { settledPlace?.kept.value }
    /// The edit that made the place, and when.
    package var placing: EditedValue<WakeUpPlace>.Candidate? { settledPlace?.kept }
    /// The moment of the plan's ring on a day; nil without a plan.
    package func moment(on date: CalendarDate, in zone: ZoneRules) -> ClockMoment? {
        guard let kept = settledPlan?.kept else { return nil }
        return kept.value?.schedule.moment(on: date, in: zone, askedAt: kept.at)
    }
    /// The edit that made the plan.
    package var planRevision: WakeUpRevision? { settledPlan?.kept.edit.revision }
    package var isCancelled: Bool { settledPlan.map { $0.kept.value == nil } ?? false }
    package var newestRevision: WakeUpRevision? { newest.values.max() }

    /// An edit that `node` makes now, in the knowledge of all that is known here.
    ///
    /// - Parameter skipped: how many numbers are left out, which `node` may have given and forgotten.
    package func edit(_ change: WakeUpEdit.Change, by node: Mode, skipping skipped: UInt32 = 0) -> WakeUpEdit {
        WakeUpEdit(id, .next(after: newestRevision, madeBy: node, skipping: skipped), seen: newest[node.peer], change)
    }

    package func record(of occurrence: Occurrence) -> OccurrenceRecord { records[occurrence] ?? OccurrenceRecord() }

    /// The rings of the plan that stands: those whose day has come and that have not ended, the earliest first.
    package func openOccurrences(through today: CalendarDate) -> [Occurrence] {
        guard let plan, let revision = planRevision else { return [] }
        let (first, last) = (plan.schedule.first, min(plan.schedule.last, today))
        guard first <= last else { return [] }
        return (first.dayNumber...last.dayNumber).map { Occurrence(id, revision, on: CalendarDate(dayNumber: $0)) }
            .filter { !hasEnded($0) }
    }

    /// Where both nodes made the same plan it is enough that the ring of one has ended.
    private func hasEnded(_ occurrence: Occurrence) -> Bool {
        plans.candidates.filter { $0.value?.schedule == plan?.schedule }.contains {
            records[Occurrence(id, $0.edit.revision, on: occurrence.date)]?.isEnded == true
        }
    }

    /// Whether it belongs to the plan that stands.
    package func plans(_ occurrence: Occurrence) -> Bool {
        guard let plan, occurrence.revision == planRevision else { return false }
        return (plan.schedule.first...plan.schedule.last).contains(occurrence.date)
    }

    /// Whether nothing of it will ever ring: it is cancelled, or each of its rings has ended.
    package var isOver: Bool {
        guard let plan else { return isCancelled }
        guard records.count > plan.schedule.last.dayNumber - plan.schedule.first.dayNumber else { return false }
        return openOccurrences(through: plan.schedule.last).isEmpty
    }

    /// What both nodes had edited, where the desk has not been told yet.
    package var untoldDisagreements: [WakeUpDisagreement] {
        [Self.disagreement(settledPlan), Self.disagreement(settledPlace)].compactMap { $0 }
            .filter { !told.contains($0) }
    }

    private var settledPlan: (kept: EditedValue<WakeUpPlan?>.Candidate, dropped: EditedValue<WakeUpPlan?>.Candidate?)? {
        plans.settled { left, right in
            guard let one = left.value else { return false }
            guard let other = right.value else { return true }
            guard one.schedule != other.schedule else { return left.edit.revision > right.edit.revision }
            return one.schedule.ringsEarlier(than: other.schedule)
        }
    }

    private var settledPlace: (kept: EditedValue<WakeUpPlace>.Candidate, dropped: EditedValue<WakeUpPlace>.Candidate?)?
    {
        places.settled { ($0.epoch, $0.at, $0.edit.revision) > ($1.epoch, $1.at, $1.edit.revision) }
    }

    private static func disagreement<Value>(
        _ settled: (kept: EditedValue<Value>.Candidate, dropped: EditedValue<Value>.Candidate?)?
    ) -> WakeUpDisagreement? {
        guard let settled, let dropped = settled.dropped else { return nil }
        return WakeUpDisagreement(kept: settled.kept.edit.revision, dropped: dropped.edit.revision)
    }
}
