import Ports
import ReplicaLogic
import Vocabulary

/// The connection that applies, with what it learned of the local tables.
///
/// What it learned belongs to one session: temporary tables live and die with it.
actor ApplierConnection {
    /// How often work that met a deadlock is tried again before the caller is told.
    private static let attemptsMax = 5

    /// How long a statement waits for another program's lock.
    private static let lockWaitSeconds = 1

    private let connection: MariaConnection

    init(endpoint: MariaEndpoint) {
        var endpoint = endpoint
        // A deletion by join names an alias, and MariaDB wants a schema to look for it in.
        endpoint.database = Schemas.node
        endpoint.sessionSettings += [
            "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", MariaTransaction.patience,
            "SET foreign_key_checks = 0",
            "SET lock_wait_timeout = \(Self.lockWaitSeconds)",
            "SET innodb_lock_wait_timeout = \(Self.lockWaitSeconds)",
            // A key of 0 is a value like any other, not a wish for the next number.
            "SET sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')",
        ]
        connection = MariaConnection(endpoint: endpoint)
    }

    func apply(_ work: ApplyWork, at: WallTime) async throws(ApplyFailure) -> ApplyReceipt {
        for attempt in 1... {
            do {
                return try await once(work, at: at)
            } catch .retry where attempt < Self.attemptsMax {
                continue
            } catch {
                throw error
            }
        }
        preconditionFailure("an endless sequence ended")
    }

    func remove(
        _ rows: FoundRows, of table: FeedTable, reason: LedgerReason, at: WallTime
    ) async throws(ApplyFailure) -> UInt64 {
        let outcome: Result<UInt64, ApplyFailure>
        do {
            outcome = try await connection.perform { session in
                do {
                    let removal = RowRemoval(session: session, tables: .kept(with: session), at: at)
                    return .success(try removal.remove(rows, of: table, reason: reason))
                } catch {
                    return .failure(
                        ApplyFailure.general(error, in: table.table) ?? .table(table: table.table, words: "\(error)"))
                }
            }
        } catch {
            throw ApplyFailure.general(error, in: nil) ?? .unavailable(words: "\(error)")
        }
        return try outcome.get()
    }

    func close() async { await connection.close() }

    private func once(_ work: ApplyWork, at: WallTime) async throws(ApplyFailure) -> ApplyReceipt {
        let outcome: Result<ApplyReceipt, ApplyFailure>
        do {
            outcome = try await connection.perform { session in
                let tables = LocalTables.kept(with: session)
                do {
                    return .success(try BatchApplier(session: session, tables: tables, at: at).apply(work))
                } catch {
                    tables.forget()
                    let table = work.tables.count == 1 ? work.tables[0].theirs.table : nil
                    if let general = ApplyFailure.general(error, in: table) { return .failure(general) }
                    return .failure(
                        CulpritSearch(session: session, tables: tables, at: at).failure(of: work, after: error))
                }
            }
        } catch {
            throw ApplyFailure.general(error, in: nil) ?? .unavailable(words: "\(error)")
        }
        return try outcome.get()
    }
}
