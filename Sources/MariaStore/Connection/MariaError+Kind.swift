/// What an error means for the one who decides what to do next.
extension MariaError {
    /// A deadlock, a lock wait, a row changed underneath or a table that is being altered: the same transaction may
    /// succeed when run again.
    package var isRetryable: Bool { [1213, 1205, 1020, 1684].contains(number) }

    /// The server is not there, went away or closed this connection: a new connection is needed.
    package var isConnectionLost: Bool {
        Self.lostNumbers.contains(number) || Self.netNumbers.contains(number)
    }

    /// The login was refused: address, account or password.
    package var isAccessDenied: Bool { [1045, 1130, 1698, 1251].contains(number) }

    /// The login succeeded, but the account may not do this (1044: not in this schema at all).
    package var isGrantMissing: Bool { [1044, 1142, 1143, 1227, 1370].contains(number) }

    /// A row with this key is there already.
    package var isDuplicateKey: Bool { number == 1062 || number == 1586 }

    /// TLS could not be agreed on, or the server's certificate was refused.
    package var isTLS: Bool { number == 2026 }

    /// The table or view does not exist (any more).
    package var isMissingTable: Bool { number == 1146 || number == 1051 }

    /// A column that the statement names is not there.
    package var isUnknownColumn: Bool { number == 1054 }

    /// The statement must be prepared anew: a table it names changed (1615), or the server forgot it (1243).
    var asksForPreparation: Bool { number == 1615 || number == 1243 }

    /// The result has other columns than when the statement was prepared; the server has run the statement already.
    var tellsOfNewColumns: Bool { number == 2057 }

    /// The client and the server no longer agree on where they are in the protocol.
    var isOutOfStep: Bool { number == 2014 || number == 2027 }

    /// Not reachable 2002, 2003, 2005; gone 2006, 2013, 2055; ended by the server 1053, 1077, 1079, 1927, 4031.
    private static let lostNumbers: Set<UInt32> = [2002, 2003, 2005, 2006, 2013, 2055, 1053, 1077, 1079, 1927, 4031]
    /// The server's own network errors about this connection.
    private static let netNumbers: Set<UInt32> = [1152, 1158, 1159, 1160, 1161, 1184]
}
