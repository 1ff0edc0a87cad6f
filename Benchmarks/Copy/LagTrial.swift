import ArgumentParser
import Foundation
import MariaStore
import Vocabulary

/// Writes one row at a time and looks for it on the other side.
struct LagTrial: Sendable {
    private static let interval = Duration.milliseconds(100)
    private static let warmUp = 20
    private static let waitMax = 10.0
    /// Between two looks at the receiver, microseconds.
    private static let lookMicroseconds: UInt32 = 150

    let table: CallTable
    let program: MariaEndpoint
    let reader: MariaEndpoint

    /// The lags of `count` changes, in milliseconds.
    func lags(_ count: Int) async throws -> [Double] {
        let writing = MariaConnection(endpoint: program)
        let reading = MariaConnection(endpoint: reader)
        let clock = ContinuousClock()
        var lags: [Double] = []
        var next = clock.now
        for number in 0..<(Self.warmUp + count) {
            next += Self.interval
            let table = table
            let committed = try await writing.perform { session in
                try session.execute(table.insert, table.insertValues(UInt64(number)))
                return clock.now
            }
            let seen = try await reading.perform { try Self.see(UInt64(number), in: table, on: $0) }
            if number >= Self.warmUp { lags.append(max(0, committed.duration(to: seen).seconds * 1_000)) }
            try await clock.sleep(until: next)
        }
        await writing.close()
        await reading.close()
        return lags
    }

    private static func see(
        _ id: UInt64, in table: CallTable, on session: MariaSession
    ) throws -> ContinuousClock.Instant {
        let clock = ContinuousClock()
        let began = clock.now
        while true {
            let rows = try session.query("SELECT id FROM \(table.quoted) WHERE id = ?", [.unsigned(id)])
            let now = clock.now
            if !rows.isEmpty { return now }
            guard began.duration(to: now).seconds < waitMax else { throw BenchFailure("a change did not arrive") }
            usleep(lookMicroseconds)
        }
    }
}
