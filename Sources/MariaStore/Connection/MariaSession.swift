import CMariaDB

/// One connection to a MariaDB server: synchronous, blocking, and used by one thread at a time.
///
/// Statements are prepared on the server and their values are bound, never written into the text. After an
/// error for which `isLost` is true the session is of no more use; a new one must be made.
package final class MariaSession {
    let connection: UnsafeMutablePointer<MYSQL>
    var statements = StatementCache()
    var bulkBytes: Int?
    /// What a user of the session learned about it, kept with it and lost with it.
    package var attachment: AnyObject?
    var isInTransaction = false
    /// A transaction was begun by the end of the one before, and nothing was done in it yet.
    var isChained = false

    /// The connection broke, or client and server lost step: nothing can be sent any more.
    package internal(set) var isLost = false

    /// Connects, logs in and applies the endpoint's session settings.
    package init(connecting endpoint: MariaEndpoint) throws(MariaError) {
        connection = try MariaDialler.connect(to: endpoint)
        for setting in endpoint.sessionSettings { try script(setting) }
    }

    deinit {
        statements.forgetAll()
        mysql_close(connection)
    }

    /// The server's number for this connection, as `SHOW PROCESSLIST` and `KILL` know it.
    package var connectionID: UInt { mysql_thread_id(connection) }

    /// The cipher in use, or nil for a connection in clear.
    package var cipher: String? { mysql_get_ssl_cipher(connection).map { String(cString: $0) } }

    /// The socket's file descriptor, for one who must interrupt a running statement.
    var socket: CInt { mysql_get_socket(connection) }

    /// Asks the server for a sign of life.
    package func ping() throws(MariaError) {
        guard mysql_ping(connection) == 0 else { throw noted(connectionFailure(nil)) }
    }

    /// Runs one statement that cannot be prepared or is not worth it, without parameters and without a result.
    ///
    /// The text must hold nothing but our own words and quoted identifiers.
    package func script(_ sql: String) throws(MariaError) {
        try leaveChain()
        var text = sql
        let status = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { mysql_real_query(connection, $0.baseAddress, UInt($0.count)) }
        }
        guard status == 0 else { throw noted(connectionFailure(sql)) }
        if let result = mysql_use_result(connection) { mysql_free_result(result) }
    }

    /// Remembers what an error says about the connection, and hands it on.
    ///
    /// A connection that was encrypted and breaks says so in terms of TLS (2026); what it means is "lost" (2013).
    func noted(_ error: MariaError) -> MariaError {
        guard !error.isTLS else {
            isLost = true
            return MariaError(
                number: 2013, sqlState: error.sqlState, message: error.message, statement: error.statement)
        }
        if error.isConnectionLost || error.isOutOfStep { isLost = true }
        return error
    }

    private func connectionFailure(_ sql: String?) -> MariaError { MariaDialler.failure(of: connection, sql) }
}
