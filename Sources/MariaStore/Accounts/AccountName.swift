/// A MariaDB account: a user, and the host it comes from.
struct AccountName: Sendable, Hashable, CustomStringConvertible {
    let user: String
    let host: String

    /// As `information_schema` names a definer.
    var description: String { "\(user)@\(host)" }

    /// As `GRANT` and `CREATE USER` take it.
    var quoted: String { "\(MariaIdentifier.quoted(user))@\(MariaIdentifier.quoted(host))" }
}
