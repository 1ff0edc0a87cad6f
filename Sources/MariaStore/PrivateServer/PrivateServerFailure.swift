/// Why a private server cannot be set up at all.
package enum PrivateServerFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The socket's path is longer than the system allows.
    case socketPathTooLong(String)
    /// The data folder could not be filled.
    case installation(words: String)
    /// The data folder holds something, but not a MariaDB.
    case foreignData(folder: String)

    package var description: String {
        switch self {
        case .socketPathTooLong(let path):
            """
            \(path) is too long for a socket (\(PrivateServer.socketPathMax) characters at most): \
            choose a shorter state folder
            """
        case .installation(let words): "MariaDB's data folder could not be prepared: \(words)"
        case .foreignData(let folder):
            "\(folder) holds files that are not MariaDB's: move them away, or name another state folder"
        }
    }
}
