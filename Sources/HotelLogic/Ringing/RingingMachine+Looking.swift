import Vocabulary

extension RingingMachine {
    /// The longest between two looks through the book.
    private static let lookInterval = Duration.seconds(60)

    /// Looks through the whole book for what is due, and when to look next.
    mutating func look(_ output: inout RingingOutput) {
        let today = zone.localTime(at: output.wall).date
        var next = output.wall.adding(Self.lookInterval)
        for wakeUp in book.all {
            missed(of: wakeUp, since: today.adding(days: -1), &output)
            // Tomorrow's too: a time that clocks leave out may be due before its day begins anywhere else.
            for occurrence in wakeUp.openOccurrences(through: today.adding(days: 1)) {
                guard let due = due(occurrence) else { continue }
                if due <= output.wall { refresh(occurrence, &output) } else { next = min(next, due) }
            }
        }
        nextLook = next
    }

    /// The book is looked through by then. Where that is to happen at once it stays so: nothing else finds what came
    /// due meanwhile.
    mutating func looks(noLaterThan moment: WallTime) { nextLook = nextLook.map { min($0, moment) } }

    /// A wake-up changed, or something happened to one of its rings.
    mutating func review(_ id: WakeUpID, _ output: inout RingingOutput) {
        guard let wakeUp = book[id] else { return }
        let today = zone.localTime(at: output.wall).date
        for occurrence in works.keys.filter({ $0.wakeUp == id }).sorted() { refresh(occurrence, &output) }
        for occurrence in wakeUp.openOccurrences(through: today.adding(days: 1)) {
            if let due = due(occurrence) { looks(noLaterThan: due) }
        }
        missed(of: wakeUp, since: today.adding(days: -1), &output)
        guard turn.isFirstToRing, let room = wakeUp.place?.room else { return }
        for disagreement in wakeUp.untoldDisagreements {
            output.news.append((.disagreement(id, room: room, disagreement), 1))
            let event = event(.disagreementTold(id, disagreement), room: room, at: output.wall)
            book.fold(event)
            output.events.append(event)
        }
    }

    /// Brings the work on an occurrence in line with what the book says of it.
    mutating func refresh(_ occurrence: Occurrence, _ output: inout RingingOutput) {
        let record = book.record(of: occurrence)
        guard let wakeUp = book[occurrence.wakeUp], let room = wakeUp.place?.room, let due = due(occurrence),
            wakeUp.plans(occurrence), !record.isEnded
        else {
            drop(occurrence, .withdrawn, &output)
            return
        }
        if let work = works[occurrence], work.ownAttempt != nil {
            guard work.room != room else { return }
            drop(occurrence, .moved, &output)
        }
        guard due <= output.wall else {
            // The clock was set back: it comes due once more.
            works[occurrence] = nil
            looks(noLaterThan: due)
            return
        }
        let former = works[occurrence]
        works[occurrence] = RingingWork(
            room: room, dueAt: due, phase: phase(record, forgiven: former?.failuresForgiven, output),
            isWarned: former?.isWarned ?? false, failuresForgiven: former?.failuresForgiven)
    }

    /// When it is due: as planned, or after the last snooze.
    func due(_ occurrence: Occurrence) -> WallTime? {
        if let until = book.record(of: occurrence).snooze?.until { return until }
        return book[occurrence.wakeUp]?.moment(on: occurrence.date, in: zone)?.at
    }

    /// Where a record stands that this run of the daemon is not at work on.
    ///
    /// - Parameter forgiven: how many had failed when a phone of the room last appeared.
    private func phase(_ record: OccurrenceRecord, forgiven: Int?, _ output: RingingOutput) -> RingingWork.Phase {
        let runs = record.running.map { remaining(settings.attemptTime, since: $0.attempt.claimedAt, output) }
        if let longest = runs.max(), longest > .zero { return .elsewhere(until: output.now + longest) }
        let failures = record.failures
        guard runs.isEmpty, failures.count != forgiven, let last = failures.last else { return .waiting(until: nil) }
        let left = remaining(wait(after: failures.map(\.failure)), since: last.at, output)
        return .waiting(until: left > .zero ? output.now + left : nil)
    }

    /// How long after these failures the next attempt comes. What was not the guest's doing is tried again at once.
    private func wait(after failures: [AttemptFailure]) -> Duration {
        switch failures.last {
        case .busy, .declined, .noAnswer, .failed, .unconfirmed: settings.interval
        case .unreachable:
            settings.unreachableWait(after: failures.reversed().prefix { $0 == .unreachable }.count)
        case .interrupted: settings.unreachableWait
        case .lost, .withdrawn, .moved, nil: .zero
        }
    }

    /// What is left of a stretch that began then by somebody's clock; never more than the stretch, whatever the clocks
    /// say.
    private func remaining(_ stretch: Duration, since begin: WallTime, _ output: RingingOutput) -> Duration {
        max(.zero, min(stretch, stretch - (output.wall - begin)))
    }
}

extension WallTime {
    func adding(_ duration: Duration) -> WallTime {
        WallTime(microseconds: rawValue + duration.nanoseconds / 1_000)
    }
}
