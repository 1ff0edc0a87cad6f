import WebConsole

/// Why a verb got no answer, or not the one it wanted.
enum ClientFailure: Error, Sendable, Hashable {
    /// Nobody answers on the socket.
    case noDaemon(socket: String)
    /// This user may not open the socket.
    case forbidden(socket: String)
    /// The daemon took the request and then said nothing for too long.
    case silent(socket: String, seconds: Int64)
    /// The daemon refused, in its own words.
    case answered(status: UInt, ErrorBody.Detail)
    /// The answer is not one this program understands.
    case unreadable(String)
    /// The connection broke in the middle of long work.
    case brokenOff
}

extension ClientFailure {
    /// One line: what failed, where, and what to do. `configuration` is the settings file in use.
    func words(configuration: String) -> String {
        switch self {
        case .noDaemon(let socket):
            "no daemon answers on \(socket); start it with: comxfailover run --config \(configuration)"
        case .forbidden(let socket):
            "this user may not open \(socket); run the command as root or as the daemon's user"
        case .silent(let socket, let seconds):
            "the daemon on \(socket) gave no answer within \(seconds) s; its log says what it waits for"
        case .answered(_, let detail):
            detail.message
        case .unreadable(let words):
            "the daemon's answer cannot be read: \(words); are both of the same version?"
        case .brokenOff:
            "the daemon broke off in the middle of the work; its log says why. Run the command again"
        }
    }

    var exitStatus: ExitStatus {
        switch self {
        case .noDaemon, .silent: .unavailable
        case .forbidden: .forbidden
        case .unreadable: .fault
        case .brokenOff: .temporary
        case .answered(400, _), .answered(413, _): .usage
        case .answered(404, _): .data
        case .answered(409, _): .temporary
        case .answered(503, _): .unavailable
        case .answered: .fault
        }
    }
}
