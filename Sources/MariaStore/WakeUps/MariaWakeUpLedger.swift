import HotelLogic
import Ports
import Vocabulary

/// The wake-up ledger in this node's MariaDB, on connections of its own: reading does not hold up a claim, nor reading
/// all of it what is new.
package struct MariaWakeUpLedger: WakeUpLedgerPort {
    private let keeping: MariaConnection
    private let reading: MariaConnection
    private let following: MariaConnection

    /// - Parameter endpoint: logs in with the rights of an administrator; not as the account that capture passes by.
    package init(endpoint: MariaEndpoint) {
        keeping = MariaConnection(endpoint: endpoint)
        reading = MariaConnection(endpoint: endpoint)
        following = MariaConnection(endpoint: endpoint)
    }

    package func append(_ batch: WakeUpBatch) async throws(WakeUpLedgerFailure) -> [WakeUpLine] {
        try await keeping.perform(failing: WakeUpLedgerFailure.self) { session in
            try session.transaction(.readCommitted) { try WakeUpLedgerTable(session: $0).append(batch) }
        }
    }

    package func lines(since day: CalendarDate) async throws(WakeUpLedgerFailure) -> WakeUpReading {
        try await read(on: reading) { try $0.lines(since: day) }
    }

    package func lines(after mark: WakeUpMark) async throws(WakeUpLedgerFailure) -> WakeUpReading? {
        try await read(on: following) { try $0.lines(after: mark) }
    }

    package func lines(of wakeUp: WakeUpID) async throws(WakeUpLedgerFailure) -> [WakeUpLine] {
        try await read(on: reading) { try $0.lines(of: wakeUp) }
    }

    package func close() async {
        await keeping.close()
        await reading.close()
        await following.close()
    }

    private func read<T: Sendable>(
        on connection: MariaConnection, _ body: @Sendable (WakeUpLedgerTable) throws -> T
    ) async throws(WakeUpLedgerFailure) -> T {
        try await connection.perform(failing: WakeUpLedgerFailure.self) { session in
            try session.transaction(.snapshot) { try body(WakeUpLedgerTable(session: $0)) }
        }
    }
}

extension WakeUpLedgerFailure: MariaPortFailure {
    /// What trouble with MariaDB means to one who keeps lines.
    init(_ trouble: MariaTrouble) {
        switch trouble {
        case .unavailable(let words): self = .unavailable(words: words)
        case .retry(let words): self = .retry(words: words)
        case .refused(let words): self = .database(words: words)
        }
    }
}
