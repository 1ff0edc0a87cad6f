import Vocabulary

/// The accounts of a node's database, brought into the state they should be in.
///
/// Everything here may run at every start: what is right already is left alone, so that a peer that is reading
/// at that moment notices nothing.
package enum Accounts {
    /// Applies the peer's changes. Capture recognises it by this name and passes its writes by.
    package static let applyUser = "comxfailover_apply"
    /// Reads this node's feed from the peer's side.
    package static let peerUser = "comxfailover"
    /// Triggers and views of ours run under this account, which nobody logs in with and nobody has a reason to drop.
    /// Were it the account of whoever made them, every write would fail once that one is gone (error 1449).
    static let capture = AccountName(user: "comxfailover_capture", host: "localhost")

    /// Makes schemas and accounts; the session needs all privileges with the right to grant them.
    ///
    /// Accounts that were made for a peer under other addresses than these are dropped; nil means that there is no peer.
    /// - Throws: `DatabaseRefusal` where the peer's name and address belong to an account that was not made here.
    package static func provision(on session: MariaSession, applyPassword: String, peer: PeerAccount?) throws {
        try Schemas.create(on: session)
        try provideCapture(on: session)
        try provisionApplier(applyPassword, on: session)
        let book = PeerAccountBook(session: session)
        try book.open()
        let standing = try peerAccounts(on: session)
        // An earlier release kept no book: what may read the feed and nothing else is its work.
        for account in standing where try isMade(account, on: session) { try book.note(account.host) }
        let made = try book.hosts()
        let wanted = peer?.hosts ?? []
        if let foreign = standing.first(where: { wanted.contains($0.host) && !made.contains($0.host) }) {
            throw DatabaseRefusal.foreignAccount(foreign.quoted)
        }
        for host in made.subtracting(wanted).sorted() {
            try session.script("DROP USER IF EXISTS \(AccountName(user: peerUser, host: host).quoted)")
            try book.forget(host)
        }
        for host in wanted {
            try book.note(host)
            try provisionPeer(AccountName(user: peerUser, host: host), peer?.passwords ?? [], on: session)
        }
    }

    /// Makes the account that triggers and views run under, where it is missing: locked, without a way to log in.
    package static func provideCapture(on session: MariaSession) throws(MariaError) {
        let isThere = try !session.query(
            "SELECT 1 FROM mysql.user WHERE User = ? AND Host = ?", [.text(capture.user), .text(capture.host)]
        ).isEmpty
        guard !isThere else { return }
        try session.script(
            "CREATE USER \(capture.quoted) IDENTIFIED VIA mysql_native_password USING 'invalid' ACCOUNT LOCK")
        try session.script("GRANT SELECT, TRIGGER ON *.* TO \(capture.quoted)")
        let node = MariaIdentifier.quoted(Schemas.node.replacing("_", with: "\\_"))
        try session.script("GRANT SELECT, INSERT, UPDATE, DELETE ON \(node).* TO \(capture.quoted)")
    }

    /// The applier comes from where this session comes from, as the server sees it: this machine's socket, or the
    /// address from which its port was dialled.
    private static func provisionApplier(_ password: String, on session: MariaSession) throws(MariaError) {
        let seen = try session.query("SELECT SUBSTRING_INDEX(USER(), '@', -1)").first?[0].readable
        let account = AccountName(user: applyUser, host: seen ?? "localhost")
        let login = login([password])
        try session.script("CREATE USER IF NOT EXISTS \(account.quoted) \(login)")
        try session.script("ALTER USER \(account.quoted) \(login)")
        try session.script("GRANT ALL PRIVILEGES ON *.* TO \(account.quoted) WITH GRANT OPTION")
    }

    /// An account that has more, or less, than it should is made anew: that also takes away roles and proxies.
    private static func provisionPeer(
        _ account: AccountName, _ passwords: [String], on session: MariaSession
    ) throws(MariaError) {
        let login = login(passwords)
        try session.script("CREATE USER IF NOT EXISTS \(account.quoted) \(login) REQUIRE SSL")
        try session.script("ALTER USER \(account.quoted) \(login) REQUIRE SSL")
        let grant = feedGrant(to: account)
        guard try grants(of: account, on: session) != [grant] else { return }
        try session.script("DROP USER \(account.quoted)")
        try session.script("CREATE USER \(account.quoted) \(login) REQUIRE SSL")
        try session.script(grant)
    }

    /// The one right of a peer's account. In a grant an underscore stands for any character, unless it is escaped.
    private static func feedGrant(to account: AccountName) -> String {
        "GRANT SELECT ON \(MariaIdentifier.quoted(Schemas.feed.replacing("_", with: "\\_"))).* TO \(account.quoted)"
    }

    /// Whether an account may read the feed, and nothing else.
    private static func isMade(_ account: AccountName, on session: MariaSession) throws(MariaError) -> Bool {
        try grants(of: account, on: session) == [feedGrant(to: account)]
    }

    /// What the account may do, without the line that only says that it may log in.
    private static func grants(of account: AccountName, on session: MariaSession) throws(MariaError) -> [String] {
        try session.query("SHOW GRANTS FOR \(account.quoted)").compactMap { row in
            guard case .text(let line) = row[0], !line.hasPrefix("GRANT USAGE ON *.* ") else { return nil }
            return line
        }
    }

    /// Every account of the name that a peer logs in with, whoever made it.
    private static func peerAccounts(on session: MariaSession) throws(MariaError) -> [AccountName] {
        try session.query("SELECT Host FROM mysql.user WHERE User = ? AND is_role = 'N'", [.text(peerUser)])
            .compactMap { row in row[0].readable.map { AccountName(user: peerUser, host: $0) } }
    }

    /// The clause that accepts these passwords. Only their hashes are sent, and so stand in any log of the server's.
    private static func login(_ passwords: [String]) -> String {
        "IDENTIFIED VIA "
            + passwords.map { "mysql_native_password USING '\(PasswordHash($0).text)'" }.joined(separator: " OR ")
    }
}
