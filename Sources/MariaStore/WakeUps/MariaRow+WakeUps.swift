import HotelLogic
import Ports
import Vocabulary

/// A row of the wake-up ledger, read. What a newer program wrote may be unreadable here; the error names the column.
extension MariaRow {
    func wakeUpLine() throws -> WakeUpLine {
        WakeUpLine(
            incarnation: Incarnation(rawValue: try unsigned("incarnation")), sequence: try unsigned("sequence"),
            event: WakeUpEvent(
                try wakeUpEvent(), room: try RoomNumber(text("room")), node: try node("node"),
                epoch: Epoch(rawValue: try unsigned("epoch")), at: try moment("happened_at"),
                author: Author(try choice("source", Author.Way.self), try optionalText("actor"))))
    }

    func wakeUpID() throws -> WakeUpID {
        WakeUpID(node: try node("wake_up_node"), number: try unsigned("wake_up_number"))
    }

    private func wakeUpEvent() throws -> WakeUpEvent.What {
        switch try choice("event", WakeUpEventKind.self) {
        case .set: .edited(try edit(.set(plan(), place())))
        case .changed: .edited(try edit(.changed(plan())))
        case .moved: .edited(try edit(.moved(place())))
        case .cancelled: .edited(try edit(.cancelled))
        case .claimed: try rung(.claimed(attempt()))
        case .rang: try rung(.rang(attempt(), isReceipted: bool("is_receipted")))
        case .answered: try rung(.answered(optionalNumber("attempt")))
        case .snoozed: try rung(.snoozed(attempt(), until: moment("snoozed_until")))
        case .failed: try rung(.failed(attempt(), choice("reason", AttemptFailure.self)))
        case .lapsed: try rung(.lapsed(attempt(), of: node("attempt_node")))
        case .handedOver: try rung(.handedOver(choice("reason", RingingStep.HandOver.self)))
        case .givenUp: try rung(.givenUp(choice("reason", RingingStep.GivingUp.self)))
        case .reported: try rung(.reported)
        case .disagreementTold:
            .disagreementTold(
                try wakeUpID(),
                WakeUpDisagreement(kept: try revision("revision"), dropped: try revision("dropped")))
        }
    }

    private func edit(_ change: WakeUpEdit.Change) throws -> WakeUpEdit {
        let seen = try optionalUnsigned("seen") == nil ? nil : revision("seen")
        return WakeUpEdit(try wakeUpID(), try revision("revision"), seen: seen, change)
    }

    private func rung(_ step: RingingStep) throws -> WakeUpEvent.What {
        let date = try CalendarDate(text("occurrence_date"))
        return .rung(Occurrence(try wakeUpID(), try revision("revision"), on: date), step)
    }

    private func plan() throws -> WakeUpPlan {
        let (first, last) = (try CalendarDate(text("first_date")), try CalendarDate(text("last_date")))
        guard first <= last else {
            throw MariaRowError.mismatch(column: "last_date", expected: "\(first) or later", found: "\(last)")
        }
        let schedule = WakeUpSchedule(try TimeOfDay(text("ring_time")), from: first, through: last)
        let number = try optionalText("extension").map { try ExtensionNumber($0) }
        return WakeUpPlan(schedule, number: number, language: try optionalText("language"))
    }

    private func place() throws -> WakeUpPlace {
        let stay = try optionalUnsigned("stay_number").map { StayID(node: try node("stay_node"), number: $0) }
        return WakeUpPlace(try RoomNumber(text("room")), stay: stay)
    }

    private func attempt() throws -> Int { try number("attempt") }

    private func revision(_ name: String) throws -> WakeUpRevision {
        guard let number = UInt32(exactly: try unsigned(name)) else {
            throw MariaRowError.mismatch(column: name, expected: "the number of an edit", found: "\(self[name])")
        }
        return WakeUpRevision(rawValue: number)
    }

    private func node(_ name: String) throws -> Mode {
        guard let node = Mode(number: UInt8(clamping: try unsigned(name))) else {
            throw MariaRowError.mismatch(column: name, expected: "1 or 2", found: "\(self[name])")
        }
        return node
    }
}
