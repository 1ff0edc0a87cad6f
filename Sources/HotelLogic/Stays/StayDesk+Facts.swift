import Vocabulary

extension StayDesk {
    func name(_ stay: Stay, _ guests: [Guest]) throws(StayFault) -> StayDecision {
        try check(guests)
        var decision = StayDecision()
        decision.stay = stay.id
        if guests != stay.guests { decision.changes = [.guestsChanged(stay.id, guests)] }
        return withStates(decision, [stay.room])
    }

    func speak(_ language: String?, _ stay: Stay) throws(StayFault) -> StayDecision {
        guard !stay.guests.isEmpty else { throw .nobodyNamed(stay.id) }
        var guests = stay.guests
        guests[0].language = language
        return try name(stay, guests)
    }

    func set(_ calling: RoomCalling, in room: RoomNumber) throws(StayFault) -> StayDecision {
        let known = try known(room)
        if let code = calling.classOfService, !house.classes.contains(code) { throw .unknownClass(code) }
        return decision(known.calling == calling ? nil : .calling(room, calling), of: room)
    }

    /// It stops calls. It never stops a wake-up.
    func setDoNotDisturb(_ room: RoomNumber, _ isOn: Bool) throws(StayFault) -> StayDecision {
        let known = try known(room)
        return decision(known.hasDoNotDisturb == isOn ? nil : .doNotDisturb(room, isOn), of: room)
    }

    func set(_ lamp: MessageLamp, in room: RoomNumber) throws(StayFault) -> StayDecision {
        let known = try known(room)
        guard (0...Self.messagesMax).contains(lamp.waiting) else {
            throw .badCount(lamp.waiting, countMax: Self.messagesMax)
        }
        var decision = decision(known.lamp == lamp ? nil : .lamp(room, lamp), of: room)
        // Also where it is on already: somebody who sets it again sees that it is dark.
        decision.effects.append(.lamp(room, isOn: lamp.isOn))
        return decision
    }

    /// Reported again it is another report: the time and the attendant count.
    func report(_ housekeeping: Housekeeping, of room: RoomNumber) throws(StayFault) -> StayDecision {
        _ = try known(room)
        if let attendant = housekeeping.attendant {
            let isSound =
                (1...Housekeeping.attendantLengthMax).contains(attendant.unicodeScalars.count)
                && !attendant.unicodeScalars.contains(where: \.isControl)
            guard isSound else { throw .badAttendant(attendant) }
        }
        return decision(.housekeeping(room, housekeeping), of: room)
    }

    private func decision(_ change: StayChange?, of room: RoomNumber) -> StayDecision {
        var decision = StayDecision()
        if let change { decision.changes = [change] }
        return withStates(decision, [room])
    }
}
