/// Section `database`: a MariaDB the node runs for itself, or one that is already there.
package enum DatabaseSettings: Sendable, Equatable {
    /// `database.private`: the node starts, watches and stops a server of its own. The default.
    case privateServer(PrivateDatabaseSettings)
    /// `database.server`: the node uses a server that someone else runs, a FreePBX host's for instance.
    case namedServer(NamedDatabaseSettings)

    /// The TCP port on which the server answers.
    package var port: UInt16 {
        switch self {
        case .privateServer(let settings): settings.port
        case .namedServer(let settings): settings.port
        }
    }
}
