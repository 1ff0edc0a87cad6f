import Glibc
import NIOCore
import NIOPosix

/// What the system and the network library say when a socket fails, in an operator's words.
enum SocketWords {
    static func text(for error: any Error) -> String {
        if let code = code(of: error), let text = strerror(code) { return String(cString: text) }
        if let failure = error as? ChannelError {
            switch failure {
            case .connectTimeout(let limit): return "no answer within \(limit.nanoseconds / 1_000_000) ms"
            case .ioOnClosedChannel, .alreadyClosed, .eof: return "the connection is closed"
            default: break
            }
        }
        return "\(error)"
    }

    private static func code(of error: any Error) -> Int32? {
        if let failure = error as? IOError { return failure.errnoCode }
        if let failure = error as? NIOConnectionError {
            return failure.connectionErrors.lazy.compactMap { code(of: $0.error) }.first
        }
        return nil
    }
}
