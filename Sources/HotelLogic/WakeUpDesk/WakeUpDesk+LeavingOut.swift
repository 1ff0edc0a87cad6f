import Vocabulary

extension WakeUpDesk {
    /// Cancels what rings in a room at that time on that day; daily wake-ups go on ringing on their other days.
    func leaveOut(
        _ date: CalendarDate, _ time: TimeOfDay, in room: RoomNumber, _ author: Author, _ now: WallTime
    ) throws(WakeUpRefusal) -> WakeUpDecision {
        let found = try found(in: room) { $0.time == time && ($0.first...$0.last).contains(date) }
        if let busy = found.first(where: { isUnderWay($0, before: date, now) }) {
            throw WakeUpRefusal([.isUnderWay(busy.id)])
        }
        var decision = WakeUpDecision()
        for wakeUp in found { leaveOut(date, of: wakeUp, author, now, &decision) }
        guard !decision.events.isEmpty else { throw WakeUpRefusal([.nothingToCancel(room)]) }
        let splits = decision.answers.count { $0.outcome == .set }
        if splits > 0, book.active(in: room).count + splits > limits.perRoom {
            throw WakeUpRefusal([.roomIsFull(room, countMax: limits.perRoom)])
        }
        return decision
    }

    /// Whether a ring of an earlier day is due, or is to be repeated: under another plan it would begin anew.
    private func isUnderWay(_ wakeUp: WakeUp, before date: CalendarDate, _ now: WallTime) -> Bool {
        wakeUp.openOccurrences(through: date.adding(days: -1)).contains { occurrence in
            wakeUp.moment(on: occurrence.date, in: zone).map { $0.at <= now } ?? false
        }
    }

    /// What is before the day stays the wake-up; what comes after it as well becomes another one.
    private func leaveOut(
        _ date: CalendarDate, of wakeUp: WakeUp, _ author: Author, _ now: WallTime, _ decision: inout WakeUpDecision
    ) {
        guard var plan = wakeUp.plan, let place = wakeUp.place else { return }
        let time = plan.schedule.time
        let days = wakeUp.openOccurrences(through: plan.schedule.last).map(\.date)
        guard days.contains(date) else { return }
        var rest = [days.filter { $0 < date }, days.filter { $0 > date }].compactMap { days in
            days.first.map { WakeUpSchedule(time, from: $0, through: days.last ?? $0) }
        }
        decision.answers.append(
            WakeUpAnswer(
                wakeUp: wakeUp.id, room: place.room, outcome: .cancelled, schedule: WakeUpSchedule(time, on: date),
                moment: nil, notes: []))
        guard !rest.isEmpty else {
            decision.events.append(event(edit(wakeUp, .cancelled), place.room, author, now))
            return
        }
        plan.schedule = rest.removeFirst()
        decision.events.append(event(edit(wakeUp, .changed(plan)), place.room, author, now))
        decision.answers.append(answer(wakeUp.id, place.room, .changed, plan.schedule, now))
        for schedule in rest {
            let id = WakeUpID(node: node, number: nextNumber + UInt64(decision.events.count))
            plan.schedule = schedule
            decision.events.append(event(WakeUp(id).edit(.set(plan, place), by: node), place.room, author, now))
            decision.answers.append(answer(id, place.room, .set, schedule, now))
        }
    }
}
