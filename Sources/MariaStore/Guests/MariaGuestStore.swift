import HotelLogic
import Ports
import Vocabulary

/// The guests in this node's MariaDB, on connections of its own: people who read do not hold up what is kept.
package struct MariaGuestStore: GuestStorePort {
    private let keeping: MariaConnection
    let asking: MariaConnection
    private let keepingBook = WakeUpBookReader()
    private let askingBook = WakeUpBookReader()
    private let clock: @Sendable () -> WallTime

    /// - Parameters:
    ///   - endpoint: logs in with the rights of an administrator; not as the account that capture passes by.
    ///   - clock: tells which wake-ups are of today or to come.
    package init(endpoint: MariaEndpoint, clock: @escaping @Sendable () -> WallTime) {
        self.clock = clock
        keeping = MariaConnection(endpoint: endpoint)
        asking = MariaConnection(endpoint: endpoint)
    }

    package func guests() async throws(GuestFailure) -> GuestReading {
        try await asking.perform(failing: GuestFailure.self) { session in
            try session.transaction(.snapshot) { session in
                try reading(session, try GuestRole(session: session, isHeld: false), askingBook, at: clock())
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
                let role = try GuestRole(session: session, isHeld: true)
                guard !isOwnerOnly || role.isOwner else { throw GuestFailure.notOwner(role.owner, isDown: false) }
                let reading = try reading(session, role, keepingBook, at: moment)
                let decision = try decide(reading)
                precondition(isOwnerOnly || decision.stay.changes.isEmpty, "stays are written by their owner alone")
                var watch = try CaptureWatch(session: session)
                let writer = StayWriter(session: session, author: author, moment: moment)
                for change in decision.stay.changes {
                    try writer.write(change)
                    try watch.wrote()
                }
                let ledger = StayLedgerTable(session: session)
                if try ledger.append(decision.stay, over: reading, by: author, at: moment) { try watch.wrote() }
                if !decision.wakeUps.events.isEmpty {
                    let lines = WakeUpBatch(decision.wakeUps.events, isOfOwner: isOwnerOnly)
                    _ = try WakeUpLedgerTable(session: session).append(lines)
                    try watch.wrote()
                }
                return GuestOutcome(reading: reading, decision: decision, position: watch.position)
            }
        }
    }

    package func history(_ query: StayHistoryQuery) async throws(GuestFailure) -> [StayRecord] {
        try await asking.perform(failing: GuestFailure.self) { try StayLedgerTable(session: $0).newest(query) }
    }

    package func close() async {
        await keeping.close()
        await asking.close()
    }

    private func reading(
        _ session: MariaSession, _ role: GuestRole, _ book: WakeUpBookReader, at moment: WallTime
    ) throws -> GuestReading {
        let tables = GuestHouseTables(session: session)
        return GuestReading(
            node: role.node, owner: role.owner, epoch: role.epoch, house: try tables.house(),
            book: try book.book(session, at: moment), nextStay: try tables.nextStay(of: role.node),
            nextWakeUp: try WakeUpLedgerTable(session: session).nextNumber())
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
