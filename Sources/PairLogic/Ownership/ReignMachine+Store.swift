import Vocabulary

/// What the store answers.
extension ReignMachine {
    mutating func loaded(_ loaded: ReignRecord, _ directives: inout [ReignDirective]) {
        guard case .unread(retryAt: nil) = state else { return }
        precondition(loaded.ownership.scope == scope, "\(scope) read the record of \(loaded.ownership.scope)")
        let former = record?.ownership
        record = loaded
        state = .settled
        // A database that was put back under a running daemon: what was stored once counts, it may have been told.
        if let former { overrule(by: former) }
        if loaded.ownership != former { directives.append(.announce(loaded.ownership)) }
    }

    mutating func stored(_ stored: ReignRecord, _ directives: inout [ReignDirective]) {
        guard case .storing(let wanted, let change) = state else { return }
        let former = record?.ownership
        record = stored
        state = .settled
        if stored.ownership != former { directives.append(.announce(stored.ownership)) }
        directives.append(.told(news(of: change, former: former, wanted: wanted.ownership, stored: stored.ownership)))
    }

    private func news(
        of change: ReignChange, former: Ownership?, wanted: Ownership, stored: Ownership
    ) -> ReignNews {
        guard stored == wanted else { return change == .takeover ? .outdone(by: stored) : .learned(stored) }
        switch change {
        case .takeover: return .tookOver(stored)
        case .heard where stored.owner == own: return .received(stored)
        case .heard: return former?.owner == own ? .stoodDown(for: stored) : .learned(stored)
        case .release: return .released(stored)
        case .receipt: return .arrived(stored)
        case .renewal: return .renewed(stored)
        }
    }

    /// It is not known any more what is stored: it is read again, and nobody acts alone until then.
    mutating func failed(_ words: String, at now: Instant, _ directives: inout [ReignDirective]) {
        switch state {
        case .unread(retryAt: nil), .storing, .reopening:
            state = .unread(retryAt: now + timings.storeRetry)
            directives.append(.told(.storeTrouble(scope, words)))
        case .closing:
            // The barrier may be up all the same, and writers stand before it.
            state = .unread(retryAt: now)
            directives.append(.told(.givebackFailed(scope, words)))
        case .unread, .settled, .catchingUp, .draining: return
        }
    }

    mutating func databaseReturned(at now: Instant, _ directives: inout [ReignDirective]) {
        switch state {
        case .settled: break
        case .catchingUp, .draining: directives.append(.told(.givebackFailed(scope, "this node's database was away")))
        case .unread, .storing, .closing, .reopening: return
        }
        state = .unread(retryAt: now)
    }

    mutating func barrierRaised(end: FeedMark, at now: Instant, _ directives: inout [ReignDirective]) {
        guard case .closing(var handover) = state, let record else { return }
        self.record = ReignRecord(record.ownership, .closed)
        handover.deadline = now + timings.drainLimit
        handover.progress = nil
        state = .draining(handover, end: end)
        directives.append(.told(.barrierUp(scope)))
        ask(end: end, at: now, &directives)
    }

    mutating func barrierLowered(_ directives: inout [ReignDirective]) {
        guard case .reopening = state, let record else { return }
        self.record = ReignRecord(record.ownership)
        state = .settled
        directives.append(.told(.reopened(scope)))
    }

    mutating func store(_ wanted: ReignRecord, _ change: ReignChange, _ directives: inout [ReignDirective]) {
        state = .storing(wanted, change)
        directives.append(.store(wanted))
    }
}
