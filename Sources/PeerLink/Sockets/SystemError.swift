import Glibc
import NIOCore
import NIOPosix

/// What the system and the network library say when a socket fails, in one place.
enum SystemError {
    /// The system's error number behind `error`, where there is one.
    static func code(of error: any Error) -> Int32? {
        if let failure = error as? IOError { return failure.errnoCode }
        if let failure = error as? NIOConnectionError {
            return failure.connectionErrors.lazy.compactMap { code(of: $0.error) }.first
        }
        return nil
    }

    /// The failure in an operator's words.
    static func words(for error: any Error) -> String {
        if let code = code(of: error), let text = strerror(code) { return String(cString: text) }
        if let failure = error as? ChannelError { return words(for: failure) }
        return "\(error)"
    }

    /// Whether nobody listens where we knocked, though the host is alive.
    static func isRefusal(_ error: any Error) -> Bool { code(of: error) == ECONNREFUSED }

    /// Whether nothing came back, or no way leads there.
    static func isSilence(_ error: any Error) -> Bool {
        switch code(of: error) {
        case ETIMEDOUT, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN, ENETDOWN, EADDRNOTAVAIL, EPERM, EACCES: return true
        case nil: break
        default: return false
        }
        guard let failure = error as? ChannelError else { return false }
        switch failure {
        case .connectTimeout, .writeHostUnreachable: return true
        default: return false
        }
    }

    private static func words(for failure: ChannelError) -> String {
        switch failure {
        case .connectTimeout(let limit): "no answer within \(limit.nanoseconds / 1_000_000) ms"
        case .writeHostUnreachable: "no route to the host"
        case .ioOnClosedChannel, .alreadyClosed, .eof: "the connection is closed"
        default: "\(failure)"
        }
    }
}
