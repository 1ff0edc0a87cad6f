import Vocabulary

extension RingingMachine {
    /// A heartbeat told how the other node stands, and how long its ringing had stood still when it was sent.
    package mutating func peerHeard(
        _ stand: RingingStand, pause: Duration, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            if machine.peerRun != stand.mark.run { machine.writeHearsay(&output) }
            machine.peerRun = stand.mark.run
            machine.turn.peerHeard(stand, pause: pause, at: now)
        }
    }

    /// The peer's daemon is not heard. Told again at least every second while it lasts.
    package mutating func peerUnheard(at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, output in
            machine.turn.peerUnheard()
            machine.writeHearsay(&output)
        }
    }

    /// Whether the copy of the peer's ledger has no gap that is known.
    package mutating func caughtUp(_ isCaughtUp: Bool, at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, _ in machine.turn.isCaughtUp = isCaughtUp }
    }

    /// The peer sent something over control.
    package mutating func received(
        _ message: RingingMessage, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            switch message {
            case .asked(let mark, let epoch): machine.asked(mark, epoch, &output)
            case .yielded(let mark, let fallbacks, let snapshots):
                machine.merge(snapshots, &output)
                machine.turn.peerYielded(mark, fallbacks: fallbacks)
            case .inquired: output.messages.append(.known(machine.snapshots(at: wall)))
            case .known(let snapshots): machine.merge(snapshots, &output)
            case .claimed(let claims): machine.peerClaimed(claims, &output)
            case .noted(let events):
                for event in events {
                    machine.book.fold(event)
                    if case .rung(let occurrence, let step) = event.what, step.isLast {
                        machine.hearsay.insert(occurrence)
                    }
                }
                for id in Set(events.map(\.wakeUp)).sorted() { machine.review(id, &output) }
            case .receipted(let attempts): machine.receipted(attempts, &output)
            }
        }
    }

    // MARK: Inside

    /// Whose turn it is now; a turn that was lost takes along what has not rung yet.
    mutating func concludeTurn(_ output: inout RingingOutput) {
        let ability: RingingAbility = isAsteriskUp ? (isDatabaseUp && !isDatabaseSlow ? .full : .unkept) : .none
        turn.abilityChanged(ability, at: output.now)
        if turn.inquires(at: output.now) { output.messages.append(.inquired) }
        if turn.conclude(at: output.now) {
            output.messages.append(.asked(mark: turn.mark, epoch: turn.epoch))
        }
        if turn.permission(at: output.now) == .nothing { withdrawUnrung(&output) }
    }

    private mutating func merge(_ snapshots: [OccurrenceSnapshot], _ output: inout RingingOutput) {
        for snapshot in snapshots {
            let hadEnded = book.record(of: snapshot.occurrence).isEnded
            book.merge(snapshot.record, of: snapshot.occurrence)
            if snapshot.record.isEnded, !hadEnded { hearsay.insert(snapshot.occurrence) }
        }
        for id in Set(snapshots.map(\.occurrence.wakeUp)).sorted() { review(id, &output) }
        turn.peerTold()
    }

    /// The peer, whose word alone this is, may have died before it was kept there. So it is kept here.
    mutating func writeHearsay(_ output: inout RingingOutput) {
        for occurrence in hearsay.sorted() {
            guard let room = book[occurrence.wakeUp]?.place?.room else { continue }
            let record = book.record(of: occurrence)
            if record.isAnswered {
                note(.answered(nil), of: occurrence, room: room, &output)
            } else if record.isGivenUp, let reason = record.givingUp {
                note(.givenUp(reason), of: occurrence, room: room, &output)
            }
        }
        hearsay = []
    }

    private mutating func asked(_ mark: RingingStand.Mark, _ epoch: Epoch, _ output: inout RingingOutput) {
        guard turn.peerAsked(mark, epoch: epoch, at: output.now) else { return }
        withdrawUnrung(&output)
        output.messages.append(.yielded(mark: mark, fallbacks: turn.fallbacks, snapshots(at: output.wall)))
    }

    /// What was due in the last hours, as far as anything was done about it.
    private func snapshots(at wall: WallTime) -> [OccurrenceSnapshot] {
        let yesterday = zone.localTime(at: wall).date.adding(days: -1)
        return book.all.flatMap { wakeUp in
            wakeUp.records.filter { $0.key.date >= yesterday }.sorted { $0.key < $1.key }
                .map { OccurrenceSnapshot($0.key, $0.value) }
        }
    }

    private mutating func peerClaimed(_ claims: [WakeUpEvent], _ output: inout RingingOutput) {
        var known: [Attempt] = []
        for event in claims {
            guard case .rung(let occurrence, .claimed(let theirs)) = event.what else { continue }
            if let work = works[occurrence], work.isBeforeRinging, let number = work.ownAttempt {
                // Both are at it. The one that is not the first takes back what has not rung.
                if turn.isFirstToRing { continue }
                fail(occurrence, number, .withdrawn, &output)
            }
            book.fold(event)
            review(occurrence.wakeUp, &output)
            known.append(Attempt(occurrence, theirs))
        }
        output.messages.append(.receipted(known))
    }

    private mutating func receipted(_ attempts: [Attempt], _ output: inout RingingOutput) {
        for attempt in attempts {
            guard case .announced(attempt.number, _)? = works[attempt.occurrence]?.phase else { continue }
            ring(attempt.occurrence, attempt.number, isReceipted: true, &output)
        }
    }
}
