/// The open transactions of the server that hold locks, as `innodb_trx` lists them.
///
/// The engine's own number of a transaction changes when it begins to write, so a transaction is known here by its
/// connection and the second in which it began. Two of one connection within a second look like one, which costs a
/// second and never truth. Readers without locks have drawn no position and are left out.
struct TransactionList {
    let session: MariaSession

    func transactions(canary: UInt64?) throws -> Set<UInt64> {
        var found: Set<UInt64> = []
        for row in try session.query(
            """
            SELECT trx_mysql_thread_id AS thread, CAST(UNIX_TIMESTAMP(trx_started) AS UNSIGNED) AS started
            FROM information_schema.INNODB_TRX
            WHERE trx_tables_locked > 0 OR trx_rows_modified > 0 OR trx_lock_structs > 0
            """)
        {
            let thread = try row.unsigned("thread")
            found.insert(thread == canary ? thread : thread << 32 | (try row.unsigned("started") & 0xFFFF_FFFF))
        }
        return found
    }
}
