import Vocabulary

extension StayDesk {
    /// Into an empty room the first guest comes as into a new one: nothing of those before is left.
    func checkIn(
        _ room: RoomNumber, _ guests: [Guest], _ reservation: String?, _ departsOn: CalendarDate?, _ isSharing: Bool,
        _ now: WallTime
    ) throws(StayFault) -> StayDecision {
        try check(guests)
        try check(reservation: reservation)
        try check(departsOn, now)
        if let reservation, let known = repeated(reservation, guests.first, in: room, isSharing: isSharing) {
            return try arrivedAlready(known, guests, departsOn, now)
        }
        _ = try enterable(room, isSharing: isSharing)
        let wasEmpty = house.stays(in: room).isEmpty
        let id = StayID(node: node, number: nextNumber)
        var decision = StayDecision()
        decision.stay = id
        if wasEmpty { clear(room, &decision) }
        decision.changes.append(
            .arrived(
                Stay(
                    id: id, room: room, reservation: reservation, arrivedAt: now, departsOn: departsOn,
                    guests: guests)))
        if wasEmpty { decision.effects.append(.wakeUps(.emptied(room))) }
        return withStates(decision, [room])
    }

    /// The stay ends; with the last one in a room, whatever was the guests'.
    func checkOut(_ leaving: [Stay], _ now: WallTime) -> StayDecision {
        var decision = StayDecision()
        decision.stay = leaving.count == 1 ? leaving.first?.id : nil
        let gone = Set(leaving.map(\.id))
        for stay in leaving { decision.changes.append(.departed(stay.id, at: max(now, stay.arrivedAt))) }
        for room in Set(leaving.map(\.room)).sorted() {
            if let heir = house.stays(in: room).last(where: { !gone.contains($0.id) }) {
                for stay in leaving where stay.room == room {
                    decision.effects.append(.wakeUps(.leftTo(heir.id, room: room, leaving: stay.id)))
                }
            } else {
                clear(room, &decision)
                decision.changes.append(.housekeeping(room, Housekeeping(.dirty)))
                decision.effects.append(.wakeUps(.emptied(room)))
            }
        }
        return withStates(decision, leaving.map(\.room))
    }

    /// The guests go to another room. Where they leave nobody behind, their messages go along, and into an empty room
    /// whatever else is on or off for them.
    func move(_ stay: Stay, to room: RoomNumber, _ isSharing: Bool) throws(StayFault) -> StayDecision {
        var decision = StayDecision()
        decision.stay = stay.id
        guard stay.room != room else { return decision }
        let target = try enterable(room, isSharing: isSharing)
        let isTargetEmpty = house.stays(in: room).isEmpty
        let isLeftEmpty = house.stays(in: stay.room).count == 1
        if isTargetEmpty { clear(room, &decision) }
        decision.changes.append(.moved(stay.id, to: room))
        if isLeftEmpty, let source = house.rooms[stay.room] {
            carry(source, target, to: room, isTargetEmpty: isTargetEmpty, &decision)
            // Where the new room has no box, messages stay in the old one until the next check-in there.
            clear(stay.room, keepsBox: target.numbers.isEmpty, &decision)
            decision.changes.append(.housekeeping(stay.room, Housekeeping(.dirty)))
        }
        if isTargetEmpty { decision.effects.append(.wakeUps(.emptied(room))) }
        decision.effects.append(
            .wakeUps(.moved(stay.id, from: stay.room, to: room, leavesRoomEmpty: isLeftEmpty)))
        return withStates(decision, [stay.room, room])
    }

    // MARK: Inside

    /// The stay in the room that a check-in repeats, one of its reservation: the main guest's, where it names one. Who
    /// comes to share the room under another name repeats only a stay that has no name yet.
    private func repeated(
        _ reservation: String, _ mainGuest: Guest?, in room: RoomNumber, isSharing: Bool
    ) -> Stay? {
        let stays = house.stays(in: room).filter { $0.reservation == reservation }
        guard let mainGuest else { return stays.first }
        let own = stays.first { $0.guests.first?.isNamesake(of: mainGuest) == true }
        return own ?? stays.first { !isSharing || $0.guests.isEmpty }
    }

    /// The management system repeats itself, after a break of its line for instance: only what is new counts, and
    /// what it does not tell is kept.
    private func arrivedAlready(
        _ known: Stay, _ guests: [Guest], _ departsOn: CalendarDate?, _ now: WallTime
    ) throws(StayFault) -> StayDecision {
        var decision = StayDecision()
        decision.stay = known.id
        if !guests.isEmpty, guests != known.guests { decision.changes.append(.guestsChanged(known.id, guests)) }
        if let departsOn, departsOn != known.departsOn {
            decision.changes.append(.departureChanged(known.id, departsOn))
        }
        return withStates(decision, [known.room])
    }

    /// Nothing of former guests is left: no message, unless the box is kept, no lamp, no wish, no right.
    private func clear(_ room: RoomNumber, keepsBox: Bool = false, _ decision: inout StayDecision) {
        guard let known = house.rooms[room] else { return }
        if known.hasDoNotDisturb { decision.changes.append(.doNotDisturb(room, false)) }
        if known.lamp != .off {
            decision.changes.append(.lamp(room, .off))
            decision.effects.append(.lamp(room, isOn: false))
        }
        if known.calling != .standard { decision.changes.append(.calling(room, .standard)) }
        if !known.personal.isEmpty { decision.changes.append(.personalCleared(room, known.personal.sorted())) }
        if !keepsBox, let box = known.numbers.first { decision.effects.append(.emptyBox(box)) }
    }

    /// Messages, and the lamp that tells of them, join those of a room that is let. Do-not-disturb and rights do not:
    /// there they are its guests'.
    private func carry(
        _ source: GuestRoom, _ target: GuestRoom, to room: RoomNumber, isTargetEmpty: Bool,
        _ decision: inout StayDecision
    ) {
        if isTargetEmpty {
            if source.hasDoNotDisturb { decision.changes.append(.doNotDisturb(room, true)) }
            if source.calling != .standard { decision.changes.append(.calling(room, source.calling)) }
        }
        if source.lamp != .off {
            let before = isTargetEmpty ? MessageLamp.off : target.lamp
            let lamp = before.joined(by: source.lamp)
            if lamp != before { decision.changes.append(.lamp(room, lamp)) }
            decision.effects.append(.lamp(room, isOn: lamp.isOn))
        }
        if let from = source.numbers.first, let to = target.numbers.first {
            decision.effects.append(.moveBox(from: from, to: to))
        }
    }

    private func check(_ departsOn: CalendarDate?, _ now: WallTime) throws(StayFault) {
        let today = zone.localTime(at: now).date
        if let departsOn, departsOn < today { throw .departsBeforeToday(departsOn, today: today) }
    }

    func expect(_ stay: Stay, _ date: CalendarDate?, _ now: WallTime) throws(StayFault) -> StayDecision {
        try check(date, now)
        var decision = StayDecision()
        decision.stay = stay.id
        if date != stay.departsOn { decision.changes = [.departureChanged(stay.id, date)] }
        return decision
    }
}
