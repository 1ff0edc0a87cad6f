/// What a third host said when its port was tried.
package enum WitnessAnswer: Sendable, Hashable {
    /// It accepted the connection.
    case accepted
    /// It refused the connection: nothing listens there, but the host is alive.
    case refused
    /// No answer in time, or no way there; the text says which.
    case silent(String)

    /// Whether the answer proves that the host can be reached.
    package var provesAlive: Bool {
        switch self {
        case .accepted, .refused: true
        case .silent: false
        }
    }
}
