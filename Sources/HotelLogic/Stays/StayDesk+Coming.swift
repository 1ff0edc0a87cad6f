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
        if let reservation, let known = house.stays(in: room).first(where: { $0.reservation == reservation }) {
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

    /// The guests go to another room, and with them, into an empty one, what is on or off for them.
    func move(_ stay: Stay, to room: RoomNumber, _ isSharing: Bool) throws(StayFault) -> StayDecision {
        var decision = StayDecision()
        decision.stay = stay.id
        guard stay.room != room else { return decision }
        let target = try enterable(room, isSharing: isSharing)
        let isTargetEmpty = house.stays(in: room).isEmpty
        let isLeftEmpty = house.stays(in: stay.room).count == 1
        if isTargetEmpty { clear(room, &decision) }
        decision.changes.append(.moved(stay.id, to: room))
        if let source = house.rooms[stay.room] {
            if isTargetEmpty, isLeftEmpty { carry(source, from: stay.room, target, to: room, &decision) }
            if isLeftEmpty {
                clear(stay.room, &decision)
                decision.changes.append(.housekeeping(stay.room, Housekeeping(.dirty)))
            }
        }
        if isTargetEmpty { decision.effects.append(.wakeUps(.emptied(room))) }
        decision.effects.append(
            .wakeUps(.moved(stay.id, from: stay.room, to: room, leavesRoomEmpty: isLeftEmpty)))
        return withStates(decision, [stay.room, room])
    }

    // MARK: Inside

    /// The management system repeats itself, after a break of its line for instance: only what is new counts.
    private func arrivedAlready(
        _ known: Stay, _ guests: [Guest], _ departsOn: CalendarDate?, _ now: WallTime
    ) throws(StayFault) -> StayDecision {
        var decision = StayDecision()
        decision.stay = known.id
        if !guests.isEmpty, guests != known.guests { decision.changes.append(.guestsChanged(known.id, guests)) }
        if departsOn != known.departsOn { decision.changes.append(.departureChanged(known.id, departsOn)) }
        return withStates(decision, [known.room])
    }

    /// Nothing of former guests is left: no message, no lamp, no wish, no right.
    private func clear(_ room: RoomNumber, _ decision: inout StayDecision) {
        guard let known = house.rooms[room] else { return }
        if known.hasDoNotDisturb { decision.changes.append(.doNotDisturb(room, false)) }
        if known.lamp != .off {
            decision.changes.append(.lamp(room, .off))
            decision.effects.append(.lamp(room, isOn: false))
        }
        if known.calling != .standard { decision.changes.append(.calling(room, .standard)) }
        if !known.personal.isEmpty { decision.changes.append(.personalCleared(room, known.personal.sorted())) }
        if let box = known.numbers.first { decision.effects.append(.emptyBox(box)) }
    }

    private func carry(
        _ source: GuestRoom, from old: RoomNumber, _ target: GuestRoom, to room: RoomNumber,
        _ decision: inout StayDecision
    ) {
        if source.hasDoNotDisturb { decision.changes.append(.doNotDisturb(room, true)) }
        if source.calling != .standard { decision.changes.append(.calling(room, source.calling)) }
        if source.lamp != .off {
            decision.changes.append(.lamp(room, source.lamp))
            decision.effects.append(.lamp(room, isOn: source.lamp.isOn))
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
