import Vocabulary

extension RingingMachine {
    /// Time passed.
    package mutating func tick(at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, output in
            machine.expire(&output)
            if machine.nextLook.map({ wall >= $0 }) ?? true { machine.look(&output) }
            machine.endHopeless(&output)
            machine.claim(&output)
            machine.warnOfLate(&output)
            machine.callDesk(&output)
            machine.writeOldHearsay(&output)
        }
    }

    /// Lines of the ledger arrived: from this node's own desk, or from the peer.
    package mutating func learned(
        _ events: [WakeUpEvent], at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            for event in events {
                machine.book.fold(event)
                guard case .rung(let occurrence, let step) = event.what, step.isLast else { continue }
                machine.hearsay[occurrence] = nil
                machine.unwritten.remove(occurrence)
            }
            machine.writeUnwritten(&output)
            for id in Set(events.map(\.wakeUp)).sorted() { machine.review(id, &output) }
        }
    }

    /// Wake-ups that were over before that day are of no more interest; they stand in the ledger.
    package mutating func forgot(before day: CalendarDate) { book.forget(before: day) }

    /// The whole ledger was read anew, since the database was away and may be an older one: what has ended as far as is
    /// known here, and not by what is there, is written again.
    package mutating func reread(_ events: [WakeUpEvent], at now: Instant, wall: WallTime) -> [RingingDirective] {
        let kept = WakeUpBook(events)
        let directives = learned(events, at: now, wall: wall)
        return directives
            + step(now, wall) { machine, output in
                // The wake-up itself may be missing there, too, and come back from the peer.
                for wakeUp in machine.book.all {
                    let ended = wakeUp.records.filter { $0.value.isEnded && !kept.record(of: $0.key).isEnded }
                    machine.unwritten.formUnion(ended.keys)
                }
                machine.writeHearsay(&output)
            }
    }

    /// Which phones are in which room.
    package mutating func phonesAre(
        _ phones: [RoomNumber: [ExtensionNumber]], at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, _ in machine.phones = phones }
    }

    /// A phone of the room registered: what could not reach it is tried again.
    package mutating func phoneAppeared(
        in room: RoomNumber, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, _ in
            for (occurrence, work) in machine.works where work.room == room {
                let failures = machine.book.record(of: occurrence).failures
                guard case .waiting(.some) = work.phase, failures.last?.failure == .unreachable else { continue }
                machine.works[occurrence]?.phase = .waiting(until: nil)
                machine.works[occurrence]?.failuresForgiven = failures.count
            }
        }
    }

    /// Whether this node is the one to ring changed, or the epoch did.
    package mutating func roleChanged(
        isFirst: Bool, epoch: Epoch, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, _ in machine.turn.roleChanged(isFirst: isFirst, epoch: epoch) }
    }

    package mutating func asteriskChanged(isUp: Bool, at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, output in
            machine.isAsteriskUp = isUp
            if !isUp { machine.interruptAll(&output) }
        }
    }

    package mutating func databaseChanged(isUp: Bool, at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, output in
            machine.isDatabaseUp = isUp
            machine.isDatabaseSlow = false
        }
    }

    /// All lines with this number, and all before them, are on the disk; where an attempt is claimed by them, all that
    /// stood there beside them was told first.
    package mutating func stored(_ batch: UInt64, at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, output in
            machine.isDatabaseSlow = false
            for number in machine.batches.keys.filter({ $0 <= batch }).sorted() {
                machine.announce(machine.batches.removeValue(forKey: number) ?? [], &output)
            }
        }
    }

    /// The clock was found to be right, or set right.
    package mutating func clockConfirmed(at now: Instant, wall: WallTime) -> [RingingDirective] {
        step(now, wall) { machine, _ in machine.clock.confirmed() }
    }

    /// The clock is ahead of the peer's; what is due beyond that moment is held.
    package mutating func clockDoubted(
        from moment: WallTime, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, _ in machine.clock.doubted(from: moment, now, machine.settings) }
    }

    /// A person at the desk pressed the key: the missed wake-up is theirs now.
    package mutating func deskConfirmed(
        _ occurrence: Occurrence, by author: Author, at now: Instant, wall: WallTime
    ) -> [RingingDirective] {
        step(now, wall) { machine, output in
            guard let call = machine.desk.removeValue(forKey: occurrence) else { return }
            machine.note(.reported, of: occurrence, room: call.room, by: author, &output)
        }
    }

    /// Every input comes by here: the clocks first, then what it says, then whose turn it is.
    mutating func step(
        _ now: Instant, _ wall: WallTime, _ input: (inout RingingMachine, inout RingingOutput) -> Void
    ) -> [RingingDirective] {
        var output = RingingOutput(now: now, wall: wall)
        if now - lastStep > settings.ownPauseMax {
            turn.stoodStill(at: now)
            withdrawUnrung(&output)
        }
        lastStep = max(lastStep, now)
        if clock.read(now, wall, settings) { nextLook = nil }
        if clock.tick(now) { output.news.append((.clockJumped, 1)) }
        input(&self, &output)
        concludeTurn(&output)
        if toldStand != stand {
            toldStand = stand
            output.stand = stand
        }
        return output.directives(batch: &nextBatch, &batches, isPeerHeard: turn.isPeerHeard)
    }
}
