/// Why a database cannot be used by this program.
package enum MigrationFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The database has steps that this program does not know.
    case databaseNewer(unknown: [Int])
    /// A statement of a step failed; what came before it stays, and the step is tried again at the next start.
    case step(number: Int, name: String, MariaError)
    /// Another program has been changing this database for too long.
    case busy

    package var description: String {
        switch self {
        case .databaseNewer(let unknown):
            """
            the database was made by a newer comxfailover (steps \(unknown.map(String.init).joined(separator: ", ")) \
            are unknown here): install that version, or restore a backup from before its installation
            """
        case .step(let number, let name, let error): "database step \(number) (\(name)) failed: \(error)"
        case .busy: "another comxfailover is changing this database's structure: stop it, or wait for it"
        }
    }
}
