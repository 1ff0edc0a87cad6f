import CMariaDB

/// Opens connections with the client library's options set as an endpoint says.
enum MariaDialler {
    /// Connects and logs in; the caller owns the connection and closes it.
    static func connect(to endpoint: MariaEndpoint) throws(MariaError) -> UnsafeMutablePointer<MYSQL> {
        guard MariaLibrary.isReady, let connection = mysql_init(nil) else {
            throw MariaError(number: 2008, message: "the client library could not be initialised")
        }
        setOptions(of: connection, endpoint)
        guard dial(connection, endpoint) != nil else {
            defer { mysql_close(connection) }
            throw refusal(in: failure(of: connection, nil))
        }
        return connection
    }

    /// The error that the client library holds for a connection.
    static func failure(of connection: UnsafeMutablePointer<MYSQL>, _ sql: String?) -> MariaError {
        MariaError(
            number: mysql_errno(connection), sqlState: String(cString: mysql_sqlstate(connection)),
            message: String(cString: mysql_error(connection)), statement: sql)
    }

    /// What a server said before TLS was agreed on comes wrapped into the client's own error; its number is what a
    /// diagnosis needs ("host not allowed", "too many connections"), while the words keep the client's doubt.
    private static func refusal(in error: MariaError) -> MariaError {
        let doubt = error.message.firstRange(of: "cannot be verified: ")
        guard error.number == 2002, let doubt else { return error }
        let digits = error.message[doubt.upperBound...].prefix { $0.isNumber }
        guard let number = UInt32(digits) else { return error }
        return MariaError(number: number, sqlState: error.sqlState, message: error.message)
    }

    private static func setOptions(of connection: UnsafeMutablePointer<MYSQL>, _ endpoint: MariaEndpoint) {
        set(MYSQL_OPT_CONNECT_TIMEOUT, endpoint.connectTimeout.wholeSeconds, connection)
        set(MYSQL_OPT_READ_TIMEOUT, endpoint.readTimeout.wholeSeconds, connection)
        set(MYSQL_OPT_WRITE_TIMEOUT, endpoint.writeTimeout.wholeSeconds, connection)
        // A server must not be able to ask this client for a file.
        set(MYSQL_OPT_LOCAL_INFILE, UInt32(0), connection)
        mysql_options(connection, MYSQL_SET_CHARSET_NAME, "utf8mb4")
        if let source = endpoint.sourceAddress { mysql_options(connection, MYSQL_OPT_BIND, source) }
        switch endpoint.address {
        case .socket: set(MYSQL_OPT_PROTOCOL, MYSQL_PROTOCOL_SOCKET.rawValue, connection)
        case .tcp: set(MYSQL_OPT_PROTOCOL, MYSQL_PROTOCOL_TCP.rawValue, connection)
        }
        switch endpoint.tls {
        case .none: break
        case .required(let caFile):
            mysql_options(connection, MYSQL_OPT_SSL_CA, caFile)
            set(MYSQL_OPT_SSL_ENFORCE, my_bool(1), connection)
            set(MYSQL_OPT_SSL_VERIFY_SERVER_CERT, my_bool(1), connection)
        }
    }

    private static func set<Value>(
        _ option: mysql_option, _ value: Value, _ connection: UnsafeMutablePointer<MYSQL>
    ) {
        withUnsafePointer(to: value) { _ = mysql_options(connection, option, $0) }
    }

    private static func dial(
        _ connection: UnsafeMutablePointer<MYSQL>, _ endpoint: MariaEndpoint
    ) -> UnsafeMutablePointer<MYSQL>? {
        switch endpoint.address {
        case .socket(let path):
            mysql_real_connect(connection, nil, endpoint.user, endpoint.password, endpoint.database, 0, path, 0)
        case .tcp(let host, let port):
            mysql_real_connect(
                connection, host, endpoint.user, endpoint.password, endpoint.database, UInt32(port), nil, 0)
        }
    }
}

extension Duration {
    /// Whole seconds, rounded up, at least 1: the unit of the client library's limits.
    fileprivate var wholeSeconds: UInt32 {
        let (seconds, rest) = components
        return UInt32(clamping: max(1, rest > 0 ? seconds + 1 : seconds))
    }
}
