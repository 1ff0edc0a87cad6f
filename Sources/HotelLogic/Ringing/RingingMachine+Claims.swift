import Vocabulary

extension RingingMachine {
    /// Claims what is due, as far as it is this node's turn and the pace allows.
    mutating func claim(_ output: inout RingingOutput) {
        let permission = turn.permission(at: output.now)
        guard permission != .nothing else { return }
        let chosen = affordable(candidates(permission, output), at: output.now)
        guard !chosen.isEmpty else { return }
        if permission != .everything { turn.claimedInstead(chosen.count) }
        for occurrence in chosen { claim(occurrence, permission, &output) }
        // Where nothing can be kept at the moment, nothing is waited for.
        if !isDatabaseUp || isDatabaseSlow {
            let claimed = output.claimed
            output.events += output.claims
            (output.claims, output.claimed) = ([], [])
            announce(claimed, &output)
        }
    }

    /// The first of these, as many as may ring: a room takes a call for each of its phones.
    private mutating func affordable(_ candidates: [Occurrence], at now: Instant) -> [Occurrence] {
        let ringing = works.filter { $0.value.ownAttempt != nil }.keys.map(callsCount).reduce(0, +)
        let underWay = ringing + talks.count
        var (begun, chosen) = (0, [Occurrence]())
        let available = pace.available(at: now)
        for occurrence in candidates {
            let count = callsCount(of: occurrence)
            let isAlone = underWay + begun == 0
            guard begun < available, underWay + begun + count <= settings.callsMax || isAlone else { break }
            begun += count
            chosen.append(occurrence)
        }
        pace.take(begun)
        return chosen
    }

    /// How many phones ring for it.
    private func callsCount(of occurrence: Occurrence) -> Int {
        max(1, phones(of: occurrence).count)
    }

    /// The phone that it was set for, while that is one of the room; else all of the room's.
    private func phones(of occurrence: Occurrence) -> [ExtensionNumber] {
        let all = works[occurrence].flatMap { phones[$0.room] } ?? []
        guard let number = book[occurrence.wakeUp]?.plan?.number, all.contains(number) else { return all }
        return [number]
    }

    /// What may be claimed now: the longest due first, one for each room.
    private func candidates(_ permission: RingingTurn.Permission, _ output: RingingOutput) -> [Occurrence] {
        let grace = permission.grace(settings)
        var busy = Set(works.values.filter { $0.occupiesRoom(at: output.now) }.map(\.room))
        return works.filter { _, work in
            guard case .waiting(let until) = work.phase, until.map({ $0 <= output.now }) ?? true else { return false }
            return output.wall - work.dueAt >= grace && !clock.holds(work.dueAt)
        }.sorted { ($0.value.dueAt, $0.value.room, $0.key) < ($1.value.dueAt, $1.value.room, $1.key) }
            .filter { busy.insert($0.value.room).inserted }.map(\.key)
    }

    private mutating func claim(
        _ occurrence: Occurrence, _ permission: RingingTurn.Permission, _ output: inout RingingOutput
    ) {
        guard let work = works[occurrence] else { return }
        let record = book.record(of: occurrence)
        for (key, _) in record.running {
            note(.lapsed(key.number, of: key.node), of: occurrence, room: work.room, &output)
        }
        if let reason = permission.handOver, !record.isHandedOver {
            note(.handedOver(reason), of: occurrence, room: work.room, &output)
        }
        let number = record.nextNumber
        let event = event(
            .rung(occurrence, .claimed(number)), room: work.room, at: moment(of: occurrence, output.wall))
        book.fold(event)
        output.claims.append(event)
        output.claimed.append(Attempt(occurrence, number))
        works[occurrence]?.phase = .claiming(number, until: output.now + settings.storeWait)
        works[occurrence]?.claimedAt = event.at
    }

    /// The claims are kept, or cannot be: the peer is told, and phones ring once it knows.
    mutating func announce(_ attempts: [Attempt], _ output: inout RingingOutput) {
        var claims: [WakeUpEvent] = []
        for attempt in attempts {
            let (occurrence, number) = (attempt.occurrence, attempt.number)
            guard let work = works[occurrence], case .claiming(number, _) = work.phase else { continue }
            guard isFirstUse(of: number, occurrence, work) else {
                beginAnew(occurrence, &output)
                continue
            }
            guard turn.isPeerHeard else {
                ring(occurrence, number, isReceipted: false, &output)
                continue
            }
            let claimedAt = book.record(of: occurrence).attempts[.init(number, node)]?.claimedAt
            claims.append(event(.rung(occurrence, .claimed(number)), room: work.room, at: claimedAt ?? output.wall))
            works[occurrence]?.phase = .announced(number, until: output.now + settings.receiptWait)
        }
        if !claims.isEmpty { output.messages.append(.claimed(claims)) }
    }

    mutating func ring(
        _ occurrence: Occurrence, _ number: Int, isReceipted: Bool, _ output: inout RingingOutput
    ) {
        guard let work = works[occurrence], let plan = book[occurrence.wakeUp]?.plan else { return }
        guard isFirstUse(of: number, occurrence, work) else { return beginAnew(occurrence, &output) }
        let numbers = phones(of: occurrence)
        guard !numbers.isEmpty else { return fail(occurrence, number, .unreachable, &output) }
        note(.rang(number, isReceipted: isReceipted), of: occurrence, room: work.room, &output)
        works[occurrence]?.phase = .ringing(
            number, RingingLegs(numbers), until: output.now + settings.ringTime + settings.attemptMargin)
        // A key that is offered is granted.
        let canSnooze = book.record(of: occurrence).snoozesCount < settings.snoozesMax
        let keys = canSnooze ? settings.snoozeMinutes : [:]
        output.calls.append(
            RingingCall(
                attempt: Attempt(occurrence, number), room: work.room, numbers: numbers, ringTime: settings.ringTime,
                language: plan.language, confirmKey: settings.confirmKey, snoozeMinutes: keys))
    }

    /// Whether nothing is known of an attempt but the claim that this run has just made. A disk that was put back
    /// forgets attempts, and their lines may come from the peer after the number was given again.
    private func isFirstUse(of number: Int, _ occurrence: Occurrence, _ work: RingingWork) -> Bool {
        guard let known = book.record(of: occurrence).attempts[.init(number, node)] else { return true }
        return !known.hasRung && known.outcome == nil && known.claimedAt == work.claimedAt
    }

    /// The number is that of an earlier attempt: what became of that one counts, and another attempt gets its own.
    private mutating func beginAnew(_ occurrence: Occurrence, _ output: inout RingingOutput) {
        works[occurrence]?.phase = .waiting(until: nil)
        refresh(occurrence, &output)
    }

    /// Takes back every claim for which no phone has been made to ring: whoever's turn it is makes a new one.
    mutating func withdrawUnrung(_ output: inout RingingOutput) {
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key }) where work.isBeforeRinging {
            if let number = work.ownAttempt { fail(occurrence, number, .withdrawn, &output) }
        }
    }
}

extension RingingTurn.Permission {
    /// How long after the due time it may be claimed.
    fileprivate func grace(_ settings: RingingSettings) -> Duration {
        switch self {
        case .nothing, .everything, .everythingInstead: .zero
        case .overdue: settings.grace
        }
    }

    fileprivate var handOver: RingingStep.HandOver? {
        switch self {
        case .nothing, .everything: nil
        case .overdue(let reason), .everythingInstead(let reason): reason
        }
    }
}
