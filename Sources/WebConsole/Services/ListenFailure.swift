/// Why a door of the daemon could not be opened: one clear line each.
package enum ListenFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another daemon answers on this socket.
    case alreadyServed(path: String)
    /// Something that is not a socket stands at the path; it is left alone.
    case notASocket(path: String)
    /// The path does not fit into a socket address.
    case pathTooLong(path: String, lengthMax: Int)
    /// The system refused; `reason` is in its own words.
    case refused(place: String, reason: String)

    package var description: String {
        switch self {
        case .alreadyServed(let path):
            "another daemon already answers on \(path); stop it, or set another path for the API socket"
        case .notASocket(let path):
            "\(path) exists and is not a socket; move it away, or set another path for the API socket"
        case .pathTooLong(let path, let lengthMax):
            "the socket path \(path) is too long; \(lengthMax) bytes are possible here"
        case .refused(let place, let reason):
            "cannot listen on \(place): \(reason)"
        }
    }
}
