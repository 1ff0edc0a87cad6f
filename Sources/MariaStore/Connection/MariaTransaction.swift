/// The kind of a transaction.
package enum MariaTransaction: Sendable, Hashable {
    /// Reads and writes at the session's isolation, which is REPEATABLE READ.
    case readWrite
    /// The same, and its end begins the next one: where one follows the other, each costs a round trip less.
    case chained
    /// Reads and writes; every statement sees what is committed when it starts, and locks fewer gaps.
    case readCommitted
    /// Reads only; every statement sees the one moment at which the transaction began.
    case snapshot

    /// The statements that open it, in order.
    var opening: [String] {
        switch self {
        case .readWrite, .chained: ["START TRANSACTION"]
        case .readCommitted: ["SET TRANSACTION ISOLATION LEVEL READ COMMITTED", "START TRANSACTION"]
        case .snapshot:
            [
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
                "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
            ]
        }
    }

    /// Lets chained transactions stand idle, whatever the server's own limit: they hold nothing.
    static let patience =
        "SET SESSION idle_transaction_timeout = 0, idle_readonly_transaction_timeout = 0, "
        + "idle_write_transaction_timeout = 0"
}
