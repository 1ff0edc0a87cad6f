import Vocabulary

extension RingingMachine {
    /// What was waited for and did not come.
    mutating func expire(_ output: inout RingingOutput) {
        let wasDatabaseSlow = isDatabaseSlow
        talks.expire(at: output.now)
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key }) {
            guard let deadline = work.deadline, deadline <= output.now else { continue }
            switch work.phase {
            case .waiting: continue
            case .elsewhere: refresh(occurrence, &output)
            case .claiming(let number, _):
                // A peer that can do better takes over first; where none did, the phone rings without its claim kept.
                if wasDatabaseSlow { announce([Attempt(occurrence, number)], &output) }
                isDatabaseSlow = true
            case .announced(let number, _): ring(occurrence, number, isReceipted: false, &output)
            case .ringing(let number, _, _):
                output.hangUps.append((Attempt(occurrence, number), except: nil))
                fail(occurrence, number, .lost, &output)
            case .talking(let number, _, _):
                output.hangUps.append((Attempt(occurrence, number), except: nil))
                fail(occurrence, number, .unconfirmed, &output)
            }
        }
    }

    /// How late a ring is ended by the node whose turn it is not.
    private var othersLimit: Duration { settings.lateness + settings.grace * 2 }

    /// Ends what has had all its attempts, or comes too late. Where it is not this node's turn it still does not let an
    /// occurrence fall between two nodes neither of which can ring; of what the other has in its hands it knows better,
    /// as long as a day: the clock or the time zone of this one may be wrong.
    mutating func endHopeless(_ output: inout RingingOutput) {
        let hasTurn = turn.permission(at: output.now) != .nothing
        let limit = hasTurn ? settings.lateness : turn.isWithPeer ? settings.latenessWithPeer : othersLimit
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key }) {
            guard case .waiting = work.phase, !clock.holds(work.dueAt) else { continue }
            guard hasTurn || turn.isInformed || turn.isWithoutHelp else { continue }
            let late = output.wall - work.dueAt
            if hasTurn, book.record(of: occurrence).failures.count(where: \.failure.counts) >= settings.attemptsMax {
                giveUp(occurrence, work, .attempts, &output)
            } else if late > limit {
                giveUp(occurrence, work, .late, &output)
            }
        }
    }

    /// Tells the desk once of a phone that cannot be made to ring, while there is still time to knock; and of one that
    /// the other does not ring though it could.
    mutating func warnOfLate(_ output: inout RingingOutput) {
        let isOwn = turn.permission(at: output.now) != .nothing || turn.isWithoutHelp
        guard isOwn || turn.isWithPeer else { return }
        let limit = isOwn ? settings.lateWarning : othersLimit
        for (occurrence, work) in works.sorted(by: { $0.key < $1.key }) {
            guard case .waiting = work.phase, !work.isWarned, !clock.holds(work.dueAt),
                output.wall - work.dueAt > limit, !isOwn || !hasRung(occurrence)
            else { continue }
            works[occurrence]?.isWarned = true
            output.news.append((.late(occurrence, room: work.room, due: work.dueAt), 1))
        }
    }

    private func hasRung(_ occurrence: Occurrence) -> Bool {
        book.record(of: occurrence).attempts.values.contains { $0.outcome?.isOfTheGuest ?? $0.hasRung }
    }

    private mutating func giveUp(
        _ occurrence: Occurrence, _ work: RingingWork, _ reason: RingingStep.GivingUp, _ output: inout RingingOutput
    ) {
        note(.givenUp(reason), of: occurrence, room: work.room, &output)
        works[occurrence] = nil
        desk[occurrence] = DeskCall(
            room: work.room, due: work.dueAt, reason: reason, next: output.now, isOwn: true)
    }

    /// An attempt woke nobody.
    mutating func fail(
        _ occurrence: Occurrence, _ number: Int, _ failure: AttemptFailure, _ output: inout RingingOutput
    ) {
        guard let work = works[occurrence] else { return }
        note(.failed(number, failure), of: occurrence, room: work.room, &output)
        works[occurrence]?.phase = .waiting(until: nil)
        refresh(occurrence, &output)
    }

    /// Nothing more is to be done about an occurrence; what rings for it is hung up.
    mutating func drop(_ occurrence: Occurrence, _ failure: AttemptFailure, _ output: inout RingingOutput) {
        guard let work = works.removeValue(forKey: occurrence), let number = work.ownAttempt else { return }
        if !work.isBeforeRinging { output.hangUps.append((Attempt(occurrence, number), except: nil)) }
        note(.failed(number, failure), of: occurrence, room: work.room, &output)
    }

    // MARK: The ledger

    /// Writes a line, and reads it at once.
    ///
    /// - Parameter moment: when it happened; nil is now.
    mutating func note(
        _ step: RingingStep, of occurrence: Occurrence, room: RoomNumber, at moment: WallTime? = nil,
        by author: Author = .system, _ output: inout RingingOutput
    ) {
        let event = event(
            .rung(occurrence, step), room: room, at: moment ?? self.moment(of: occurrence, output.wall), by: author)
        book.fold(event)
        output.events.append(event)
    }

    func event(
        _ what: WakeUpEvent.What, room: RoomNumber, at moment: WallTime, by author: Author = .system
    ) -> WakeUpEvent {
        WakeUpEvent(what, room: room, node: node, epoch: turn.epoch, at: moment, author: author)
    }

    /// Of one occurrence, what happens later is written down as later, also after a clock was set back.
    func moment(of occurrence: Occurrence, _ wall: WallTime) -> WallTime {
        guard let latest = book.record(of: occurrence).latestAt, latest >= wall else { return wall }
        return WallTime(microseconds: latest.rawValue + 1)
    }
}

extension AttemptRecord.Outcome {
    /// The guest's phone rang, or somebody was there.
    fileprivate var isOfTheGuest: Bool {
        guard case .failed(let failure, _) = self else { return true }
        return failure.counts && failure != .lost
    }
}
