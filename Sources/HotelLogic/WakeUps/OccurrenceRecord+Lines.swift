import Vocabulary

/// A record as the lines of the ledger that come to it, so that it travels as they do.
extension OccurrenceRecord {
    /// What these lines, all of one occurrence, come to.
    package init(_ lines: some Sequence<WakeUpEvent>) {
        self.init()
        for line in lines {
            if case .rung(_, let step) = line.what { fold(step, of: line) }
        }
    }

    /// Lines that come to this record. They tell less than the lines it was made of: who reported, and why one node
    /// acted for the other, a record does not keep.
    ///
    /// - Parameter node: whoever tells it.
    package func lines(of occurrence: Occurrence, in room: RoomNumber, by node: Mode) -> [WakeUpEvent] {
        func line(_ step: RingingStep, by node: Mode, _ epoch: Epoch, _ at: WallTime) -> WakeUpEvent {
            WakeUpEvent(.rung(occurrence, step), room: room, node: node, epoch: epoch, at: at)
        }
        var lines: [WakeUpEvent] = []
        for (key, attempt) in attempts.sorted(by: { $0.key < $1.key }) {
            lines.append(line(.claimed(key.number), by: key.node, attempt.epoch, attempt.claimedAt))
            if attempt.hasRung {
                lines.append(
                    line(.rang(key.number, isReceipted: false), by: key.node, attempt.epoch, attempt.claimedAt))
            }
            guard let outcome = attempt.outcome else { continue }
            lines.append(line(outcome.step(key.number), by: key.node, attempt.epoch, outcome.at))
        }
        let none = Epoch(rawValue: 0)
        if isHandedOver { lines.append(line(.handedOver(.unheard), by: node, none, WallTime(microseconds: 0))) }
        if let coveredAt { lines.append(line(.answered(nil), by: node, none, coveredAt)) }
        if let givenUpAt, let givingUp { lines.append(line(.givenUp(givingUp), by: node, none, givenUpAt)) }
        if let reportedAt { lines.append(line(.reported, by: node, none, reportedAt)) }
        return lines
    }
}

extension AttemptRecord.Outcome {
    fileprivate func step(_ number: Int) -> RingingStep {
        switch self {
        case .failed(let failure, _): .failed(number, failure)
        case .answered: .answered(number)
        case .snoozed(_, let until): .snoozed(number, until: until)
        }
    }
}
