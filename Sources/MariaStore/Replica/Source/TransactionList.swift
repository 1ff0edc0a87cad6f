import Vocabulary

/// The open transactions of the server that hold locks, as `innodb_trx` lists them.
///
/// The engine's own number of a transaction changes when it begins to write, so a transaction is known here by its
/// connection and the second in which it began. Two of one connection within a second look like one, which costs a
/// second and never truth. Readers without locks have drawn no position and are left out.
struct TransactionList {
    let session: MariaSession

    /// The oldest of them, in words.
    func oldest(besides canary: UInt64?) throws -> String? {
        let rows = try session.query(
            """
            SELECT t.trx_mysql_thread_id AS thread, TIMESTAMPDIFF(SECOND, t.trx_started, SYSDATE()) AS age,
              p.USER AS user, p.HOST AS host
            FROM information_schema.INNODB_TRX t
              LEFT JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
            WHERE (t.trx_tables_locked > 0 OR t.trx_rows_modified > 0 OR t.trx_lock_structs > 0)
              AND t.trx_mysql_thread_id <> ?
            ORDER BY t.trx_started LIMIT 1
            """, [.unsigned(canary ?? 0)])
        return try rows.first.map { row in
            let who = "\(try row.optionalText("user") ?? "somebody")@\(try row.optionalText("host") ?? "?")"
            let thread = try row.unsigned("thread")
            let age = try row.integer("age")
            return "a transaction of \(who) (connection \(thread), open for \(age) s; KILL \(thread) ends it)"
        }
    }

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
