import HotelLogic
import Ports
import Vocabulary

/// The guests in this node's MariaDB, on connections of its own: people who read do not hold up what is kept.
package struct MariaGuestStore: GuestStorePort {
    private let keeping: MariaConnection
    let asking: MariaConnection
    private let keepingBook = WakeUpBookReader()
    private let askingBook = WakeUpBookReader()
    private let hasPeer: Bool
    private let clock: @Sendable () -> WallTime

    /// - Parameters:
    ///   - endpoint: logs in with the rights of an administrator; not as the account that capture passes by.
    ///   - hasPeer: whether there is anybody who may hold what this node gave numbers to and has forgotten.
    ///   - clock: tells which wake-ups are of today or to come.
    package init(endpoint: MariaEndpoint, hasPeer: Bool = true, clock: @escaping @Sendable () -> WallTime) {
        self.clock = clock
        self.hasPeer = hasPeer
        keeping = MariaConnection(endpoint: endpoint)
        asking = MariaConnection(endpoint: endpoint)
    }

    package func guests() async throws(GuestFailure) -> GuestReading {
        try await asking.perform(failing: GuestFailure.self) { session in
            try session.transaction(.snapshot) { session in
                try reading(session, try role(session, isHeld: false), askingBook, at: clock(), isGiving: false)
            }
        }
    }

    package func change(
        by author: Author, at moment: WallTime, isOwnerOnly: Bool,
        _ decide: @Sendable (GuestReading) throws(GuestFailure) -> GuestDecision
    ) async throws(GuestFailure) -> GuestOutcome {
        try await keeping.perform(failing: GuestFailure.self) { session in
            try session.transaction { session in
                // A stand-down waits for this change, or this change sees the new owner.
                let role = try role(session, isHeld: true)
                if isOwnerOnly, let refusal = role.refusal { throw GuestFailure(refusal) }
                let reading = try reading(session, role, keepingBook, at: moment, isGiving: true)
                let decision = try decide(reading)
                precondition(isOwnerOnly || decision.stay.changes.isEmpty, "stays are written by their owner alone")
                guard !decision.isEmpty else {
                    let head = try FeedLifeTable(session: session).drawnHead()
                    return GuestOutcome(reading: reading, decision: decision, position: head)
                }
                var watch = try CaptureWatch(session: session)
                let writer = StayWriter(session: session, author: author, moment: moment)
                for change in decision.stay.changes {
                    try writer.write(change)
                    try watch.wrote()
                }
                let ledger = StayLedgerTable(session: session)
                if let first = try ledger.append(decision.stay, over: reading, by: author, at: moment) {
                    try watch.wrote(after: first)
                }
                if !decision.wakeUps.events.isEmpty {
                    let lines = WakeUpBatch(decision.wakeUps.events, isOfOwner: isOwnerOnly)
                    let kept = try WakeUpLedgerTable(session: session).append(lines)
                    try watch.wrote(after: kept.first?.sequence)
                }
                return GuestOutcome(reading: reading, decision: decision, position: watch.position)
            }
        }
    }

    package func history(_ query: StayHistoryQuery) async throws(GuestFailure) -> [StayRecord] {
        try await asking.perform(failing: GuestFailure.self) { try StayLedgerTable(session: $0).newest(query) }
    }

    package func ended(_ stays: Set<StayID>) async throws(GuestFailure) -> [StayID: WallTime] {
        try await asking.perform(failing: GuestFailure.self) { try GuestHouseTables(session: $0).ended(stays) }
    }

    package func trimLedgers(before moment: WallTime, linesMax: Int) async throws(GuestFailure) -> Int {
        try await keeping.perform(failing: GuestFailure.self) { session in
            try session.transaction(.readCommitted) { session in
                try LedgerTrimmer(session: session).trim(before: moment, linesMax: linesMax)
            }
        }
    }

    package func close() async {
        await keeping.close()
        await asking.close()
    }

    private func role(_ session: MariaSession, isHeld: Bool) throws -> ScopeRole {
        guard let role = try ScopeRole(of: .guest, session: session, isHeld: isHeld) else {
            throw GuestFailure.unready(words: "the database is being made ready")
        }
        return role
    }

    private func reading(
        _ session: MariaSession, _ role: ScopeRole, _ book: WakeUpBookReader, at moment: WallTime, isGiving: Bool
    ) throws -> GuestReading {
        let numbers = try OwnNumbers(of: role.node, hasPeer: hasPeer, isGiving: isGiving, on: session)
        return GuestReading(
            node: role.node, owner: role.owner, epoch: role.epoch,
            house: try GuestHouseTables(session: session).house(), book: try book.book(session, at: moment),
            nextStay: numbers.stay, nextWakeUp: numbers.wakeUp, editsSkipped: numbers.editsSkipped,
            isCertain: numbers.areCertain)
    }
}

extension GuestFailure: MariaPortFailure {
    /// What trouble with MariaDB means to one who serves guests.
    init(_ trouble: MariaTrouble) {
        switch trouble {
        case .unavailable(let words): self = .unavailable(words: words)
        case .retry(let words): self = .overtaken(words: words)
        case .refused(let words): self = .database(words: words)
        }
    }

    static func meaning(of error: any Error) -> GuestFailure? {
        (error as? WakeUpLedgerFailure).map(GuestFailure.init)
    }

    fileprivate init(_ refusal: ScopeRole.Refusal) {
        switch refusal {
        case .notOwner(let owner): self = .notOwner(owner, isDown: false)
        case .givingBack(let peer): self = .unready(words: ScopeRole.words(givingBack: .guest, to: peer))
        }
    }

    /// What a failure of the ledger means to one who serves guests.
    fileprivate init(_ failure: WakeUpLedgerFailure) {
        switch failure {
        case .notOwner(let owner): self = .notOwner(owner, isDown: false)
        case .retry(let words): self = .overtaken(words: words)
        case .unavailable(let words): self = .unavailable(words: words)
        case .database(let words): self = .database(words: words)
        }
    }
}
