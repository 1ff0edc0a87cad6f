import Vocabulary

extension RingingMachine {
    /// Calls the desk about what was missed, again and again until somebody takes note of it.
    mutating func callDesk(_ output: inout RingingOutput) {
        let hasTurn = turn.permission(at: output.now) != .nothing
        for (occurrence, call) in desk.sorted(by: { $0.key < $1.key }) where call.next <= output.now {
            guard call.isOwn || hasTurn, call.count < settings.deskCallsMax else { continue }
            // It is told once in any case, by mail; calls are counted where Asterisk can make them.
            guard call.count == 0 || turn.ability > .none else { continue }
            desk[occurrence]?.count += 1
            desk[occurrence]?.next = output.now + settings.deskInterval
            output.news.append(
                (.missed(occurrence, room: call.room, due: call.due, call.reason), call: call.count + 1))
        }
    }

    /// A call to the desk did not come about, since one about an earlier time still waits to be made.
    package mutating func deskWasBusy(with occurrence: Occurrence) {
        guard let call = desk[occurrence], call.count > 1 else { return }
        desk[occurrence]?.count -= 1
    }

    /// Whether somebody at the desk must still look after it: nobody was woken, or nobody can be reached.
    package func concernsDesk(_ occurrence: Occurrence) -> Bool {
        let record = book.record(of: occurrence)
        if record.isGivenUp { return !record.isReported }
        return !record.isEnded && works[occurrence] != nil
    }

    /// Takes up what anybody has given up lately and nobody at the desk knows, and lets go what somebody knows.
    mutating func missed(of wakeUp: WakeUp, since day: CalendarDate, _ output: inout RingingOutput) {
        for (occurrence, record) in wakeUp.records {
            guard record.isGivenUp, !record.isReported, occurrence.date >= day else {
                desk[occurrence] = nil
                continue
            }
            guard desk[occurrence] == nil, let room = wakeUp.place?.room, let reason = record.givingUp else { continue }
            // Whoever gave it up tells the desk; the other node does where that did not come about.
            desk[occurrence] = DeskCall(
                room: room, due: due(occurrence) ?? output.wall, reason: reason,
                next: output.now + settings.deskInterval * 2, isOwn: false)
        }
    }
}
