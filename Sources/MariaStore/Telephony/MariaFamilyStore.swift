import Ports
import Vocabulary

/// The tables of Asterisk's families in this node's MariaDB, on a connection of its own.
package struct MariaFamilyStore: FamilyStorePort {
    private let connection: MariaConnection

    /// - Parameter endpoint: logs in with the rights of an administrator; not as the account that capture passes by.
    package init(endpoint: MariaEndpoint) { connection = MariaConnection(endpoint: endpoint) }

    package func arrange(_ families: Set<AsteriskFamily>) async throws(TelephonyFailure) {
        try await use { session in
            let tables = FamilyTables(session: session)
            let present = try tables.present()
            for family in families.subtracting(present).sorted() { try tables.make(family) }
            for family in present.subtracting(families).sorted() { try tables.removeUncaptured(family) }
        }
    }

    package func stamp(of family: AsteriskFamily) async throws(TelephonyFailure) -> TelephonyStamp {
        try await use { session in
            try session.transaction(.snapshot) {
                try TelephonyStampProbe(session: $0, tables: [family.table]).stamp()
            }
        }
    }

    package func read(_ family: AsteriskFamily) async throws(TelephonyFailure) -> FamilyReading {
        try await use { session in
            try session.transaction(.snapshot) { try FamilyTables(session: $0).read(family) }
        }
    }

    package func take(
        _ changes: [String: String?], over former: [String: String], of family: AsteriskFamily
    ) async throws(TelephonyFailure) -> Set<String> {
        guard !changes.isEmpty else { return [] }
        return try await use { session in
            try session.transaction { session in
                let tables = FamilyTables(session: session)
                var taken: Set<String> = []
                for (entry, value) in changes.sorted(by: { $0.key < $1.key }) {
                    guard try tables.value(of: entry, in: family) == former[entry] else { continue }
                    try tables.set(entry, value, in: family)
                    try tables.remember(entry, value, of: family)
                    taken.insert(entry)
                }
                return taken
            }
        }
    }

    package func keep(
        _ losers: [FamilyLoser], of family: AsteriskFamily, item: ItemName, at time: WallTime
    ) async throws(TelephonyFailure) {
        guard !losers.isEmpty else { return }
        try await use { session in
            try session.transaction { session in
                let ledger = FamilyLedger(session: session, family: family, item: item)
                for loser in losers { try ledger.keep(loser, at: time) }
            }
        }
    }

    package func remember(
        _ seen: [String: String?], mark: UInt64, of family: AsteriskFamily
    ) async throws(TelephonyFailure) {
        try await use { session in
            try session.transaction { session in
                let tables = FamilyTables(session: session)
                for (entry, value) in seen { try tables.remember(entry, value, of: family) }
                try tables.setMark(mark, of: family)
            }
        }
    }

    package func close() async { await connection.close() }

    private func use<T: Sendable>(_ body: @Sendable (MariaSession) throws -> T) async throws(TelephonyFailure) -> T {
        try await connection.perform(failing: TelephonyFailure.self, body)
    }
}
