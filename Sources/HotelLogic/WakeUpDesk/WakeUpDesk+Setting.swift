import Vocabulary

extension WakeUpDesk {
    func set(
        _ named: [RoomNumber], _ wish: WakeUpWish, _ author: Author, _ now: WallTime
    ) throws(WakeUpRefusal) -> WakeUpDecision {
        let rooms = Set(named).sorted()
        if let fault = wish.tooMany(limits) { throw WakeUpRefusal([fault]) }
        let wanted = schedules(wish.times, wish.days, author, now)
        var faults = self.faults(of: wish, rooms) + wanted.faults
        guard faults.isEmpty else { throw WakeUpRefusal(faults) }
        let active = book.active
        let others = Dictionary(grouping: active) { $0.place?.room }
        var decision = WakeUpDecision()
        for room in rooms {
            faults += set(wanted.schedules, in: room, others[room] ?? [], wish, author, now, &decision)
        }
        if decision.events.count + active.count > limits.perHouse {
            faults.append(.houseIsFull(countMax: limits.perHouse))
        }
        guard faults.isEmpty else { throw WakeUpRefusal(faults) }
        return decision
    }

    func change(
        _ id: WakeUpID, _ time: TimeOfDay?, _ days: WakeUpDays?, _ author: Author, _ now: WallTime
    ) throws(WakeUpRefusal) -> WakeUpDecision {
        let wakeUp = try open(id)
        guard var plan = wakeUp.plan, let place = wakeUp.place else { throw WakeUpRefusal([.unknownWakeUp(id)]) }
        let schedule = try changed(plan.schedule, time, days, author, now)
        let isSame = schedule == plan.schedule
        let others = book.active(in: place.room).filter { $0.id != id }
        if let fault = clash(schedule, plan.number, in: place.room, others) { throw WakeUpRefusal([fault]) }
        var decision = WakeUpDecision()
        plan.schedule = schedule
        if !isSame {
            decision.events = [event(edit(wakeUp, .changed(plan)), place.room, author, now)]
        }
        decision.answers = [answer(id, place.room, isSame ? .already : .changed, schedule, now)]
        return decision
    }

    /// The schedule after a change; what is left of a daily one begins with the next ring that is to come.
    private func changed(
        _ schedule: WakeUpSchedule, _ time: TimeOfDay?, _ days: WakeUpDays?, _ author: Author, _ now: WallTime
    ) throws(WakeUpRefusal) -> WakeUpSchedule {
        if time == nil, days == nil { return schedule }
        if time == schedule.time, days == nil { return schedule }
        let kept: WakeUpDays =
            schedule.isDaily ? .daily(from: schedule.first, through: schedule.last) : .on([schedule.first])
        if let fault = WakeUpWish(at: [schedule.time], days ?? kept).tooMany(limits) { throw WakeUpRefusal([fault]) }
        let wanted = schedules([time ?? schedule.time], days ?? kept, author, now)
        guard wanted.faults.isEmpty else { throw WakeUpRefusal(wanted.faults) }
        guard let first = wanted.schedules.first else { throw WakeUpRefusal([.noDays]) }
        guard wanted.schedules.count == 1 else {
            throw WakeUpRefusal([.tooManyAtOnce(wanted.schedules.count, countMax: 1)])
        }
        return first
    }

    // MARK: Inside

    private func faults(of wish: WakeUpWish, _ rooms: [RoomNumber]) -> [WakeUpFault] {
        var faults: [WakeUpFault] = []
        if rooms.isEmpty { faults.append(.noRooms) }
        if rooms.count > limits.roomsPerRequest {
            faults.append(.tooManyRooms(rooms.count, countMax: limits.roomsPerRequest))
        }
        if wish.times.isEmpty { faults.append(.noTimes) }
        if case .on([]) = wish.days { faults.append(.noDays) }
        if let language = wish.language, language.utf8.count != 2 || !language.allSatisfy({ ("a"..."z").contains($0) })
        {
            faults.append(.notALanguage(language))
        }
        return faults + rooms.prefix(limits.roomsPerRequest).compactMap { fault(of: $0, wish.number) }
    }

    private func fault(of room: RoomNumber, _ number: ExtensionNumber?) -> WakeUpFault? {
        guard let known = house.rooms[room] else { return .unknownRoom(room) }
        guard known.isInUse else { return .notInUse(room) }
        guard known.stay != nil else { return .nobodyStays(room) }
        guard !known.numbers.isEmpty else { return .noPhone(room) }
        return number.flatMap { known.numbers.contains($0) ? nil : .notInRoom($0, room) }
    }

    /// Sets what is not set already, and gives what stands against it.
    private func set(
        _ schedules: [WakeUpSchedule], in room: RoomNumber, _ others: [WakeUp], _ wish: WakeUpWish, _ author: Author,
        _ now: WallTime, _ decision: inout WakeUpDecision
    ) -> [WakeUpFault] {
        var faults: [WakeUpFault] = []
        var count = others.count
        for schedule in schedules {
            if let twin = others.first(where: { covers($0, schedule, wish.number, now) }) {
                decision.answers.append(answer(twin.id, room, .already, schedule, now))
            } else if let narrow = others.first(where: { isNarrower($0, than: schedule, wish.number) }) {
                widen(narrow, in: room, author, now, &decision)
            } else if let fault = clash(schedule, wish.number, in: room, others) {
                faults.append(fault)
            } else {
                count += 1
                let id = WakeUpID(node: node, number: nextNumber + UInt64(decision.events.count))
                let plan = WakeUpPlan(schedule, number: wish.number, language: wish.language)
                let place = WakeUpPlace(room, stay: house.rooms[room]?.stay)
                decision.events.append(event(WakeUp(id).edit(.set(plan, place), by: node), room, author, now))
                decision.answers.append(answer(id, room, .set, schedule, now))
            }
        }
        if count > limits.perRoom { faults.append(.roomIsFull(room, countMax: limits.perRoom)) }
        return faults
    }

    /// Whether the other rings whenever the schedule does, and where; of a time that clocks show twice, at the same of
    /// the two.
    private func covers(
        _ other: WakeUp, _ schedule: WakeUpSchedule, _ number: ExtensionNumber?, _ now: WallTime
    ) -> Bool {
        guard let plan = other.plan, plan.schedule.covers(schedule) else { return false }
        let theirs = phone(of: other)
        guard theirs == nil || theirs == number else { return false }
        return other.moment(on: schedule.first, in: zone)
            == schedule.moment(on: schedule.first, in: zone, askedAt: now)
    }

    /// The phone that it was set for; nil where all of the room ring, since that one is in another room.
    private func phone(of wakeUp: WakeUp) -> ExtensionNumber? {
        guard let number = wakeUp.plan?.number, let room = wakeUp.place?.room else { return nil }
        return house.rooms[room]?.numbers.contains(number) == true ? number : nil
    }

    /// Whether the other rings just then, but at one phone of the room, where all are to ring.
    private func isNarrower(_ other: WakeUp, than schedule: WakeUpSchedule, _ number: ExtensionNumber?) -> Bool {
        number == nil && phone(of: other) != nil && other.plan?.schedule == schedule
    }

    /// Has all phones of the room ring.
    private func widen(
        _ wakeUp: WakeUp, in room: RoomNumber, _ author: Author, _ now: WallTime, _ decision: inout WakeUpDecision
    ) {
        guard var plan = wakeUp.plan else { return }
        plan.number = nil
        decision.events.append(event(edit(wakeUp, .changed(plan)), room, author, now))
        decision.answers.append(answer(wakeUp.id, room, .changed, plan.schedule, now))
    }

    /// Two of a room may ring at one time where they ring different phones.
    private func clash(
        _ schedule: WakeUpSchedule, _ number: ExtensionNumber?, in room: RoomNumber, _ others: [WakeUp]
    ) -> WakeUpFault? {
        others.lazy.compactMap { other -> WakeUpFault? in
            guard let plan = other.plan, plan.schedule.meets(schedule) else { return nil }
            if let theirs = phone(of: other), let number, theirs != number { return nil }
            return .clash(room, plan.schedule, with: other.id)
        }.first
    }

    func answer(
        _ id: WakeUpID, _ room: RoomNumber, _ outcome: WakeUpAnswer.Outcome, _ schedule: WakeUpSchedule,
        _ now: WallTime
    ) -> WakeUpAnswer {
        WakeUpAnswer(
            wakeUp: id, room: room, outcome: outcome, schedule: schedule,
            moment: schedule.moment(on: schedule.first, in: zone, askedAt: now),
            notes: notes(on: schedule, in: room, now))
    }
}
