/// The kind of a transaction.
package enum MariaTransaction: Sendable, Hashable {
    /// Reads and writes at the session's isolation, which is REPEATABLE READ.
    case readWrite
    /// Reads and writes; every statement sees what is committed when it starts, and locks fewer gaps.
    case readCommitted
    /// Reads only; every statement sees the one moment at which the transaction began.
    case snapshot

    /// The statements that open it, in order.
    var opening: [String] {
        switch self {
        case .readWrite: ["START TRANSACTION"]
        case .readCommitted: ["SET TRANSACTION ISOLATION LEVEL READ COMMITTED", "START TRANSACTION"]
        case .snapshot:
            [
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
            ]
        }
    }
}
