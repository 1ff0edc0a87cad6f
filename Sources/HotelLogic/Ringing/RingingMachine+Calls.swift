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
            machine.complete(attempt, in: work.room, &output)
        }
    }

    /// A key was pressed in the call: it confirms, or it asks for another call.
    package mutating func pressed(
        _ key: Character, in attempt: Attempt, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            if let minutes = machine.settings.snoozeMinutes[key] {
                machine.snooze(attempt, .seconds(60 * minutes), &output)
            } else if key == machine.settings.confirmKey, let work = machine.works[attempt.occurrence],
                case .talking(attempt.number, _, _) = work.phase
            {
                machine.complete(attempt, in: work.room, &output)
            }
        }
    }

    /// The call to this phone is over; with `failure` where nobody had taken it.
    package mutating func ended(
        _ attempt: Attempt, on number: ExtensionNumber, _ failure: AttemptFailure?, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
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

    /// A call from before a restart, or one that was given up for lost: the guest is awake all the same.
    private mutating func answeredUnexpectedly(_ attempt: Attempt, _ output: inout RingingOutput) {
        let record = book.record(of: attempt.occurrence)
        guard let known = record.attempts[.init(attempt.number, node)],
            let room = book[attempt.occurrence.wakeUp]?
                .place?.room
        else { return }
        switch known.outcome {
        case .answered, .snoozed: return
        case .failed, nil: complete(attempt, in: room, &output)
        }
    }

    /// The guest is awake: this wake-up, and whatever else is due in the room, is done.
    private mutating func complete(_ attempt: Attempt, in room: RoomNumber, _ output: inout RingingOutput) {
        note(.answered(attempt.number), of: attempt.occurrence, room: room, &output)
        works[attempt.occurrence] = nil
        desk[attempt.occurrence] = nil
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key })
        where work.room == room && !work.occupiesRoom(at: output.now) {
            note(.answered(nil), of: occurrence, room: room, &output)
            works[occurrence] = nil
        }
    }

    /// Another call is asked for; after the last one that is granted, the guest counts as woken.
    private mutating func snooze(_ attempt: Attempt, _ pause: Duration, _ output: inout RingingOutput) {
        let record = book.record(of: attempt.occurrence)
        guard let known = record.attempts[.init(attempt.number, node)],
            let room = book[attempt.occurrence.wakeUp]?
                .place?.room
        else { return }
        if case .talking(attempt.number, _, _)? = works[attempt.occurrence]?.phase {
            complete(attempt, in: room, &output)
        } else {
            guard case .answered? = known.outcome else { return }
        }
        guard record.snoozesCount < settings.snoozesMax else { return }
        let until = output.wall.adding(pause)
        note(.snoozed(attempt.number, until: until), of: attempt.occurrence, room: room, &output)
        nextLook = min(nextLook ?? until, until)
    }

    /// Asterisk went away, and every call with it.
    mutating func interruptAll(_ output: inout RingingOutput) {
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key }) {
            if let number = work.ownAttempt { fail(occurrence, number, .interrupted, &output) }
        }
    }
}
