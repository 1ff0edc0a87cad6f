/// A MariaDB account: a user, and the host it comes from.
struct AccountName: Sendable, Hashable {
    let user: String
    let host: String

    /// As `GRANT` and `CREATE USER` take it.
    var quoted: String { "\(MariaIdentifier.quoted(user))@\(MariaIdentifier.quoted(host))" }
}
