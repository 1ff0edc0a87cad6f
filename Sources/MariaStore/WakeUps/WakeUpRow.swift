import HotelLogic
import Vocabulary

/// A line of the wake-up ledger as its table holds it, apart from its key: a value for each column that the line says
/// something in.
struct WakeUpRow {
    /// All columns apart from the key, in the order of `values`.
    static let columns =
        moments + [
            "wake_up_node", "wake_up_number", "revision", "event", "room", "epoch", "source", "actor", "seen",
            "dropped", "extension", "language", "ring_time", "first_date", "last_date", "stay_node", "stay_number",
            "occurrence_date", "attempt", "attempt_node", "is_receipted", "reason",
        ]
    /// Those of them that hold moments.
    static let moments = ["happened_at", "snoozed_until"]

    private var fields: [String: MariaValue]

    var values: [MariaValue] { Self.columns.map { fields[$0] ?? .null } }

    init(_ event: WakeUpEvent) {
        fields = [
            "happened_at": .moment(event.at), "wake_up_node": .node(event.wakeUp.node),
            "wake_up_number": .unsigned(event.wakeUp.number), "room": .text(event.room.description),
            "epoch": .unsigned(event.epoch.rawValue), "source": .text(event.author.way.rawValue),
            "actor": .optional(event.author.name),
        ]
        switch event.what {
        case .edited(let edit): add(edit)
        case .rung(let occurrence, let step):
            fields["revision"] = .revision(occurrence.revision)
            fields["occurrence_date"] = .text(occurrence.date.description)
            add(step)
        case .disagreementTold(_, let disagreement):
            add(.disagreementTold)
            fields["revision"] = .revision(disagreement.kept)
            fields["dropped"] = .revision(disagreement.dropped)
        }
    }

    private mutating func add(_ kind: WakeUpEventKind) { fields["event"] = .text(kind.rawValue) }

    private mutating func add(_ edit: WakeUpEdit) {
        fields["revision"] = .revision(edit.revision)
        fields["seen"] = edit.seen.map { .revision($0) } ?? .null
        switch edit.change {
        case .set(let plan, let place):
            add(.set)
            add(plan)
            add(place)
        case .changed(let plan):
            add(.changed)
            add(plan)
        case .moved(let place):
            add(.moved)
            add(place)
        case .cancelled: add(.cancelled)
        }
    }

    private mutating func add(_ plan: WakeUpPlan) {
        fields["ring_time"] = .text(plan.schedule.time.description)
        fields["first_date"] = .text(plan.schedule.first.description)
        fields["last_date"] = .text(plan.schedule.last.description)
        fields["extension"] = .optional(plan.number?.description)
        fields["language"] = .optional(plan.language)
    }

    private mutating func add(_ place: WakeUpPlace) {
        fields["room"] = .text(place.room.description)
        fields["stay_node"] = place.stay.map { .node($0.node) } ?? .null
        fields["stay_number"] = place.stay.map { .unsigned($0.number) } ?? .null
    }

    private mutating func add(_ step: RingingStep) {
        switch step {
        case .claimed(let number): add(.claimed, number)
        case .rang(let number, let isReceipted):
            add(.rang, number)
            fields["is_receipted"] = .unsigned(isReceipted ? 1 : 0)
        case .answered(let number): add(.answered, number)
        case .snoozed(let number, let until):
            add(.snoozed, number)
            fields["snoozed_until"] = .moment(until)
        case .failed(let number, let failure):
            add(.failed, number)
            fields["reason"] = .text(failure.rawValue)
        case .lapsed(let number, let node):
            add(.lapsed, number)
            fields["attempt_node"] = .node(node)
        case .handedOver(let reason):
            add(.handedOver)
            fields["reason"] = .text(reason.rawValue)
        case .givenUp(let reason):
            add(.givenUp)
            fields["reason"] = .text(reason.rawValue)
        case .reported: add(WakeUpEventKind.reported)
        }
    }

    private mutating func add(_ kind: WakeUpEventKind, _ attempt: Int?) {
        add(kind)
        fields["attempt"] = attempt.map { .unsigned(UInt64(clamping: $0)) } ?? .null
    }
}

extension MariaValue {
    static func node(_ node: Mode) -> MariaValue { .unsigned(UInt64(node.number)) }
    static func revision(_ revision: WakeUpRevision) -> MariaValue { .unsigned(UInt64(revision.rawValue)) }
}
