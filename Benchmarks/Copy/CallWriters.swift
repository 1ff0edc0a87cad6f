import MariaStore
import Vocabulary

/// Programs that write call records side by side, each in a connection and thread of its own, each row a transaction.
struct CallWriters: Sendable {
    /// What the writers do.
    enum Work: Sendable {
        case inserts
        case updates
        /// Three new records, then one of the last ones is completed.
        case mix
    }

    /// Keys of one writer begin at a multiple of this.
    static let stride: UInt64 = 10_000_000

    let endpoint: MariaEndpoint
    let table: CallTable
    var writers = 8

    /// Writes `count` transactions in all and gives the seconds it took.
    func write(_ count: Int, _ work: Work, from start: UInt64 = 0) async throws -> Double {
        let connections = (0..<writers).map { _ in MariaConnection(endpoint: endpoint) }
        for connection in connections { try await connection.perform { try $0.script("SET sql_mode = @@sql_mode") } }
        let clock = ContinuousClock()
        let began = clock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, connection) in connections.enumerated() {
                let part = count / writers + (number < count % writers ? 1 : 0)
                let base = UInt64(number) * Self.stride + (work.updatesExisting ? 0 : start)
                let table = table
                group.addTask {
                    try await connection.perform {
                        try Self.write(part, work, base: base, start: start, to: table, on: $0)
                    }
                }
            }
            try await group.waitForAll()
        }
        let took = began.duration(to: clock.now).seconds
        for connection in connections { await connection.close() }
        return took
    }

    private static func write(
        _ count: Int, _ work: Work, base: UInt64, start: UInt64, to table: CallTable, on session: MariaSession
    ) throws {
        var next = base
        for round in 0..<count {
            let isInsert: Bool
            switch work {
            case .inserts: isInsert = true
            case .updates: isInsert = false
            case .mix: isInsert = round % 4 != 3
            }
            if isInsert {
                try session.execute(table.insert, table.insertValues(next))
                next += 1
            } else {
                let id = work.updatesExisting ? base + UInt64(round) : next - 1 - UInt64(round % 3)
                try session.execute(table.update, table.updateValues(id, salt: 1_000 + start + UInt64(round)))
            }
        }
    }
}

extension CallWriters.Work {
    /// Whether the rows were there before.
    fileprivate var updatesExisting: Bool {
        switch self {
        case .updates: true
        case .inserts, .mix: false
        }
    }
}
