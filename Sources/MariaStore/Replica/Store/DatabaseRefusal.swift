import Vocabulary

/// Why a database that answers cannot be this node's.
package enum DatabaseRefusal: Error, Sendable, Hashable {
    case otherMode(Mode)
    case unsafeDurability
    /// An account of the peer's name and address that this program did not make.
    case foreignAccount(String)

    package var words: String {
        switch self {
        case .otherMode(let made):
            "this database belongs to a \(made); correct `mode` in the settings, or give this node its own database"
        case .unsafeDurability:
            "innodb_flush_log_at_trx_commit is 0: a crash would lose committed changes unseen; "
                + "cure: SET GLOBAL innodb_flush_log_at_trx_commit = 1, also in the server's option file"
        case .foreignAccount(let account):
            "the account \(account) was not made by this program, which makes one of that name for the peer and changes "
                + "no other; rename it: RENAME USER \(account) TO …, or drop it: DROP USER \(account)"
        }
    }
}
