import Vocabulary

extension RingingMachine {
    /// Somebody took the call at this phone.
    package mutating func answered(
        _ attempt: Attempt, on number: ExtensionNumber, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            guard let work = machine.works[attempt.occurrence], case .ringing(attempt.number, let legs, _) = work.phase
            else { return machine.answeredUnexpectedly(attempt, &output) }
            guard legs.ringing.contains(number) else { return }
            if legs.ringing.count > 1 { output.hangUps.append((attempt, except: number)) }
            guard machine.settings.confirmKey == nil else {
                machine.works[attempt.occurrence]?.phase = .talking(
                    attempt.number, on: number, until: now + machine.settings.confirmWait)
                return
            }
            machine.talks.began(attempt, on: number, until: now + machine.settings.talkMax)
            machine.complete(attempt, on: number, in: work.room, &output)
        }
    }

    /// A key was pressed in the call, then or just now: it confirms, or it asks for another call.
    package mutating func pressed(
        _ key: Character, _ pressedAt: WallTime? = nil, in attempt: Attempt, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            if let minutes = machine.settings.snoozeMinutes[key] {
                machine.snooze(attempt, .seconds(60 * minutes), from: min(pressedAt ?? wall, wall), &output)
            } else if key == machine.settings.confirmKey {
                machine.confirm(attempt, at: pressedAt, &output)
            }
        }
    }

    /// The call to this phone is over; with `failure` where nobody had taken it.
    package mutating func ended(
        _ attempt: Attempt, on number: ExtensionNumber, _ failure: AttemptFailure?, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            machine.talks.ended(attempt, on: number)
            guard let work = machine.works[attempt.occurrence] else { return }
            switch work.phase {
            case .ringing(attempt.number, var legs, let until):
                legs.ended(number, failure ?? .failed)
                machine.works[attempt.occurrence]?.phase = .ringing(attempt.number, legs, until: until)
                guard legs.haveAllFailed else { return }
                machine.fail(attempt.occurrence, attempt.number, legs.failure ?? .failed, &output)
            case .talking(attempt.number, number, _):
                machine.fail(attempt.occurrence, attempt.number, .unconfirmed, &output)
            case .ringing, .talking, .waiting, .elsewhere, .claiming, .announced: return
            }
        }
    }

    // MARK: Inside

    /// A call from before a restart, or one that was given up for lost: the guest is awake all the same, unless only
    /// a key says so.
    private mutating func answeredUnexpectedly(_ attempt: Attempt, _ output: inout RingingOutput) {
        guard settings.confirmKey == nil else { return }
        confirm(attempt, at: nil, &output)
    }

    /// Somebody is awake; a loop that stood still may hear of it when it has given up waiting.
    ///
    /// - Parameter moment: when that was shown; nil where it is not known.
    private mutating func confirm(_ attempt: Attempt, at moment: WallTime?, _ output: inout RingingOutput) {
        let phase = works[attempt.occurrence]?.phase
        if case .ringing(attempt.number, _, _)? = phase { return }
        let record = book.record(of: attempt.occurrence)
        guard let known = record.attempts[.init(attempt.number, node)],
            let room = book[attempt.occurrence.wakeUp]?.place?.room
        else { return }
        switch known.outcome {
        case .answered, .snoozed: return
        case .failed, nil: break
        }
        if case .talking(attempt.number, let number, _)? = phase {
            return complete(attempt, on: number, in: room, &output)
        }
        // Its own lines may be ahead of the clock, after one that was set back.
        let shownAt = max(moment ?? known.claimedAt, known.claimedAt)
        // Another call was asked for since, by somebody who was awake then.
        if let snooze = record.snooze, snooze.at > shownAt { return }
        // When it was taken is not known, only that it was while it rang.
        let until = WallTime(microseconds: known.claimedAt.rawValue + settings.attemptTime.nanoseconds / 1_000)
        // Written as of then, so that a wish of which only the peer knows stands.
        let late = (dueUntil: until, at: WallTime(microseconds: shownAt.rawValue + 1))
        // The wake-up may have moved since, to a room whose guest took no call.
        let number = book[attempt.occurrence.wakeUp]?.plan?.number
        complete(attempt, on: number, in: room, coversRoom: known.rooms == [room], late: late, &output)
    }

    /// The guest is awake: this wake-up, and whatever else was due in the room of the call by then, is done; but not
    /// what was set for another phone of it.
    ///
    /// - Parameter number: the phone that was taken, where that is known.
    private mutating func complete(
        _ attempt: Attempt, on number: ExtensionNumber?, in room: RoomNumber, coversRoom: Bool = true,
        late: (dueUntil: WallTime, at: WallTime)? = nil, _ output: inout RingingOutput
    ) {
        // A later attempt may ring where the answer to an earlier one comes late.
        if works[attempt.occurrence]?.ownAttempt != attempt.number { drop(attempt.occurrence, .withdrawn, &output) }
        note(.answered(attempt.number), of: attempt.occurrence, room: room, at: late?.at, &output)
        works[attempt.occurrence] = nil
        desk[attempt.occurrence] = nil
        guard coversRoom else { return }
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key })
        where work.room == room && !work.occupiesRoom(at: output.now) && work.dueAt <= late?.dueUntil ?? work.dueAt {
            let own = book[occurrence.wakeUp]?.plan?.number
            if let own, own != number, phones[room]?.contains(own) == true { continue }
            note(.answered(nil), of: occurrence, room: room, at: late?.at, &output)
            works[occurrence] = nil
        }
    }

    /// Another call is asked for; after the last one that is granted, the guest counts as woken.
    private mutating func snooze(
        _ attempt: Attempt, _ pause: Duration, from pressedAt: WallTime, _ output: inout RingingOutput
    ) {
        let key = OccurrenceRecord.Key(attempt.number, node)
        if case .snoozed? = book.record(of: attempt.occurrence).attempts[key]?.outcome { return }
        confirm(attempt, at: pressedAt, &output)
        let record = book.record(of: attempt.occurrence)
        guard let known = record.attempts[key], case .answered? = known.outcome,
            record.snoozesCount < settings.snoozesMax, let room = book[attempt.occurrence.wakeUp]?.place?.room
        else { return }
        // The daemon may hear of a key long after it was pressed: by then the guest was woken otherwise, or it is too
        // late.
        let until = pressedAt.adding(pause)
        guard !record.hasEnded(after: max(pressedAt, known.claimedAt), otherThanBy: key),
            output.wall - until <= settings.lateness
        else { return }
        note(.snoozed(attempt.number, until: until), of: attempt.occurrence, room: room, &output)
        looks(noLaterThan: until)
    }

    /// Asterisk went away, and every call with it.
    mutating func interruptAll(_ output: inout RingingOutput) {
        talks = RingingTalks()
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key }) {
            if let number = work.ownAttempt { fail(occurrence, number, .interrupted, &output) }
        }
    }
}
