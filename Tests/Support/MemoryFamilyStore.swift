import Ports
import Synchronization
import Vocabulary

/// The tables of Asterisk's families in memory; a test may play the peer and change them.
package final class MemoryFamilyStore: FamilyStorePort {
    /// The state, all of it.
    package struct State: Sendable {
        package var readings: [AsteriskFamily: FamilyReading] = [:]
        package var answers = true
        /// What gave way, in the order in which it was kept.
        package var losers: [FamilyLoser] = []
        /// Rises with every change of any table.
        package var revision = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// The families that have a table.
    package var families: Set<AsteriskFamily> { state.withLock { Set($0.readings.keys) } }

    package func reading(of family: AsteriskFamily) -> FamilyReading? { state.withLock { $0.readings[family] } }

    package var losers: [FamilyLoser] { state.withLock { $0.losers } }

    /// Changes a table behind the store's back, as the copy does.
    package func arrive(_ entry: String, _ value: String?, in family: AsteriskFamily) {
        state.withLock { state in
            state.readings[family, default: FamilyReading()].table[entry] = value
            state.revision += 1
        }
    }

    package func set(answers: Bool) { state.withLock { $0.answers = answers } }

    package func arrange(_ families: Set<AsteriskFamily>) async throws(TelephonyFailure) {
        try requireAnswer()
        state.withLock { state in
            for gone in Set(state.readings.keys).subtracting(families) { state.readings[gone] = nil }
            for family in families where state.readings[family] == nil { state.readings[family] = FamilyReading() }
        }
    }

    package func stamp(of family: AsteriskFamily) async throws(TelephonyFailure) -> TelephonyStamp {
        try requireAnswer()
        return TelephonyStamp("\(state.withLock { $0.revision })")
    }

    package func read(_ family: AsteriskFamily) async throws(TelephonyFailure) -> FamilyReading {
        try requireAnswer()
        return state.withLock { $0.readings[family] ?? FamilyReading() }
    }

    package func take(
        _ changes: [String: String?], over former: [String: String], of family: AsteriskFamily
    ) async throws(TelephonyFailure) -> Set<String> {
        try requireAnswer()
        return state.withLock { state in
            var taken: Set<String> = []
            for (entry, value) in changes where state.readings[family]?.table[entry] == former[entry] {
                state.readings[family]?.table[entry] = value
                state.readings[family]?.seen[entry] = value
                state.revision += 1
                taken.insert(entry)
            }
            return taken
        }
    }

    package func keep(
        _ losers: [FamilyLoser], of family: AsteriskFamily, item: ItemName, at time: WallTime
    ) async throws(TelephonyFailure) {
        try requireAnswer()
        state.withLock { state in
            for loser in losers where !state.losers.contains(loser) { state.losers.append(loser) }
        }
    }

    package func remember(
        _ seen: [String: String?], mark: UInt64, of family: AsteriskFamily
    ) async throws(TelephonyFailure) {
        try requireAnswer()
        state.withLock { state in
            for (entry, value) in seen { state.readings[family]?.seen[entry] = value }
            state.readings[family]?.mark = mark
        }
    }

    private func requireAnswer() throws(TelephonyFailure) {
        guard state.withLock({ $0.answers }) else { throw .unavailable(words: "connection refused") }
    }
}
