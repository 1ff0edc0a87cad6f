import Vocabulary

/// The book of the accounts that this program made for a peer. Only these are ever changed or dropped: an account of
/// the same name may be an administrator's own.
struct PeerAccountBook {
    let session: MariaSession

    /// Makes the book where it is missing. It belongs to no migration, since accounts come before the structure does.
    func open() throws(MariaError) {
        try session.script(
            """
            CREATE TABLE IF NOT EXISTS comxfailover_node.peer_account (
              host VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY
            ) ENGINE=InnoDB COMMENT='accounts that were made here for the peer; no other is touched'
            """)
    }

    func hosts() throws(MariaError) -> Set<String> {
        Set(try session.query("SELECT host FROM comxfailover_node.peer_account").compactMap { $0[0].readable })
    }

    /// Noted before the account is made: a crash in between leaves a line too many, and no account of nobody's.
    func note(_ host: String) throws(MariaError) {
        try session.execute("INSERT IGNORE INTO comxfailover_node.peer_account (host) VALUES (?)", [.text(host)])
    }

    func forget(_ host: String) throws(MariaError) {
        try session.execute("DELETE FROM comxfailover_node.peer_account WHERE host = ?", [.text(host)])
    }
}
