import CMariaDB

/// A statement that the server has prepared, with the client library's handle for it.
final class PreparedStatement {
    let handle: UnsafeMutablePointer<MYSQL_STMT>
    let sql: String

    /// Prepares `sql` on the connection.
    init(_ sql: String, on connection: UnsafeMutablePointer<MYSQL>) throws(MariaError) {
        guard let handle = mysql_stmt_init(connection) else {
            throw MariaError(number: 2008, message: "the client ran out of memory", statement: sql)
        }
        self.handle = handle
        self.sql = sql
        var text = sql
        let status = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { characters in
                mysql_stmt_prepare(handle, characters.baseAddress, UInt(characters.count))
            }
        }
        guard status == 0 else { throw failure }
    }

    deinit { mysql_stmt_close(handle) }

    /// The number of question marks in it.
    var parameterCount: Int { Int(mysql_stmt_param_count(handle)) }

    /// Whether the last execution left a result to read.
    var hasResult: Bool { mysql_stmt_field_count(handle) > 0 }

    /// What the last execution did.
    var outcome: MariaOutcome {
        let affected = mysql_stmt_affected_rows(handle)
        return MariaOutcome(
            affectedRows: affected == UInt64.max ? 0 : affected,
            lastInsertID: mysql_stmt_insert_id(handle),
            warningCount: handle.pointee.upsert_status.warning_count)
    }

    /// The error that the client library holds for this statement; one that ends a result in the midst of its rows, a
    /// lock that is not to be had for instance, it notes at the connection only.
    var failure: MariaError {
        if mysql_stmt_errno(handle) == 0, let connection = handle.pointee.mysql, mysql_errno(connection) != 0 {
            return MariaDialler.failure(of: connection, sql)
        }
        return MariaError(
            number: mysql_stmt_errno(handle), sqlState: String(cString: mysql_stmt_sqlstate(handle)),
            message: String(cString: mysql_stmt_error(handle)), statement: sql)
    }

    /// Sends the statement with one set of parameters.
    func execute(_ bindings: [MariaValue]) throws(MariaError) {
        try require(bindings.count)
        let block = ParameterBlock(bindings)
        if !bindings.isEmpty {
            guard mysql_stmt_bind_param(handle, block.binds) == 0 else { throw failure }
        }
        guard mysql_stmt_execute(handle) == 0 else { throw failure }
    }

    /// Sends the statement with an array of parameters per column, in one round trip.
    func execute(_ block: BulkBlock) throws(MariaError) {
        try require(block.columnCount)
        try setArraySize(UInt32(block.rowCount))
        defer { _ = try? setArraySize(0) }
        guard mysql_stmt_bind_param(handle, block.binds) == 0 else { throw failure }
        guard mysql_stmt_execute(handle) == 0 else { throw failure }
    }

    /// Reads the result row by row; `take` says whether to go on. The rest of the result is discarded.
    func readRows(_ take: (MariaRow) throws -> Void) throws {
        let decoder = RowDecoder(of: handle)
        defer { discardResults() }
        try withExtendedLifetime(decoder) {
            decoder.attach(to: handle)
            defer { decoder.detach(from: handle) }
            while true {
                let status = mysql_stmt_fetch(handle)
                if status == MYSQL_NO_DATA { return }
                guard status == 0 || status == MYSQL_DATA_TRUNCATED else { throw failure }
                guard let row = decoder.takeRow() else { throw malformed }
                try take(row)
            }
        }
    }

    /// Lets go of whatever the last execution still has to say, so that the connection is free again.
    func discardResults() {
        mysql_stmt_free_result(handle)
        while mysql_stmt_more_results(handle) != 0, mysql_stmt_next_result(handle) == 0 {
            mysql_stmt_free_result(handle)
        }
    }

    private var malformed: MariaError {
        MariaError(number: 2027, message: "the server sent a row that cannot be read", statement: sql)
    }

    private func require(_ count: Int) throws(MariaError) {
        guard count != parameterCount else { return }
        throw MariaError(
            number: 2034, message: "\(parameterCount) parameters expected, \(count) given", statement: sql)
    }

    private func setArraySize(_ size: UInt32) throws(MariaError) {
        var size = size
        guard mysql_stmt_attr_set(handle, STMT_ATTR_ARRAY_SIZE, &size) == 0 else { throw failure }
    }
}
