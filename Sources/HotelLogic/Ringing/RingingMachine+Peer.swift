import Vocabulary

extension RingingMachine {
    /// A heartbeat told how the other node stands, and how long its ringing had stood still when it was sent.
    ///
    /// - Parameter isMutual: whether the other node hears this one as well, by the echo in its heartbeats.
    package mutating func peerHeard(
        _ stand: RingingStand, pause: Duration, isMutual: Bool, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            if machine.peerRun != stand.mark.run { machine.writeHearsay(&output) }
            machine.peerRun = stand.mark.run
            machine.turn.peerHeard(stand, pause: pause, isMutual: isMutual, at: now)
        }
    }

    /// The peer's daemon is not heard. Told again at least every second while it lasts.
    package mutating func peerUnheard(at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, output in
            machine.turn.peerUnheard()
            machine.writeHearsay(&output)
        }
    }

    /// Everything that stood in the peer's ledger when it was looked at is here.
    ///
    /// - Parameter look: when that was; nil where something of it has not come.
    package mutating func caughtUp(asOf look: Instant?, at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, _ in machine.turn.caughtUpAsOf = look }
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
            case .inquired: output.messages.append(.known(mark: machine.turn.mark, machine.snapshots(at: wall)))
            case .known(let mark, let snapshots):
                machine.merge(snapshots, &output)
                machine.turn.peerTold(mark)
            case .claimed(let claims): machine.peerClaimed(claims, &output)
            case .noted(let events):
                for event in events { machine.noted(event, output) }
                for id in Set(events.map(\.wakeUp)).sorted() { machine.review(id, &output) }
            case .receipted(let attempts): machine.receipted(attempts, &output)
            }
        }
    }

    /// The peer sent a part of something that does not fit into one letter.
    package mutating func receivedPart(at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, _ in machine.turn.peerTells(at: now) }
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
        // After a night of many rings most of what the peer tells is known here; only news is worth a look.
        var changed: Set<WakeUpID> = []
        for snapshot in snapshots {
            let known = book.record(of: snapshot.occurrence)
            book.merge(snapshot.record, of: snapshot.occurrence)
            guard book.record(of: snapshot.occurrence) != known else { continue }
            changed.insert(snapshot.occurrence.wakeUp)
            if snapshot.record.isEnded, !known.isEnded { hears(of: snapshot.occurrence, output) }
        }
        for id in changed.sorted() { review(id, &output) }
    }

    /// The word may come later than the line that it tells of; then it is kept here, and no hearsay.
    private mutating func noted(_ event: WakeUpEvent, _ output: RingingOutput) {
        guard case .rung(let occurrence, let step) = event.what else { return book.fold(event) }
        let known = book.record(of: occurrence)
        book.fold(event)
        if step.isLast, book.record(of: occurrence) != known { hears(of: occurrence, output) }
    }

    /// The peer, whose word alone this is, may have died before it was kept there. So it is kept here.
    mutating func writeHearsay(_ output: inout RingingOutput) {
        unwritten.formUnion(hearsay.keys)
        hearsay = [:]
        writeUnwritten(&output)
    }

    private mutating func hears(of occurrence: Occurrence, _ output: RingingOutput) {
        hearsay[occurrence] = hearsay[occurrence] ?? output.now
    }

    /// A word that came late may be of a run that is over, of which nothing more is to come.
    mutating func writeOldHearsay(_ output: inout RingingOutput) {
        let old = hearsay.filter { output.now - $0.value >= settings.hearsayMax }
        guard !old.isEmpty else { return }
        for occurrence in old.keys { hearsay[occurrence] = nil }
        unwritten.formUnion(old.keys)
        writeUnwritten(&output)
    }

    /// The wake-up may come later than what became of it.
    mutating func writeUnwritten(_ output: inout RingingOutput) {
        for occurrence in unwritten.sorted() {
            guard let room = book[occurrence.wakeUp]?.place?.room else { continue }
            unwritten.remove(occurrence)
            // As of when it happened: a call that was asked for since, and of which nothing is known here, still comes.
            guard let ending = book.record(of: occurrence).ending else { continue }
            note(ending.step, of: occurrence, room: room, at: ending.at, &output)
        }
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
