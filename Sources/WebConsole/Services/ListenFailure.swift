import Glibc
import NIOCore

/// Why a door of the daemon could not be opened: one clear line each.
package enum ListenFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another daemon answers on this socket.
    case alreadyServed(path: String)
    /// Something that is not a socket stands at the path; it is left alone.
    case notASocket(path: String)
    /// The path does not fit into a socket address.
    case pathTooLong(path: String, lengthMax: Int)
    /// Another program listens on this port.
    case taken(host: String, port: Int)
    /// The system refused; `reason` is in its own words.
    case refused(place: String, reason: String)

    /// What the system said when a port was to be opened.
    init(_ error: any Error, host: String, port: Int) {
        switch error {
        case let failure as ListenFailure: self = failure
        case let failure as IOError where failure.errnoCode == EADDRINUSE: self = .taken(host: host, port: port)
        default: self = .refused(place: "\(host):\(port)", reason: "\(error)")
        }
    }

    package var description: String {
        switch self {
        case .alreadyServed(let path):
            "another daemon already answers on \(path); stop it, or set another path for the API socket"
        case .notASocket(let path):
            "\(path) exists and is not a socket; move it away, or set another path for the API socket"
        case .pathTooLong(let path, let lengthMax):
            "the socket path \(path) is too long; \(lengthMax) bytes are possible here"
        case .taken(let host, let port):
            "cannot listen on \(host):\(port): another program has the port; `ss -ltnp 'sport = :\(port)'` names it"
        case .refused(let place, let reason):
            "cannot listen on \(place): \(reason)"
        }
    }
}
