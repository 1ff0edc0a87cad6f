import Vocabulary

/// Why the peer did not reply.
package enum ControlFailure: Error, Sendable, Hashable {
    /// No answer in time, or no way to the host; the text says at which step.
    case silent(String)
    /// The peer's host is alive and nothing listens on the port.
    case portClosed
    /// One side could not prove the secret to the other.
    case secretMismatch
    /// TLS could not be agreed on for another reason.
    case encryption(String)
    /// The peer speaks a protocol version that this node does not.
    case protocolTooNew(theirs: UInt16)
    /// The connection ended before the reply came.
    case lost(String)
    /// The caller went away.
    case cancelled
    /// Anything else; the text says what.
    case other(String)
}

extension ControlFailure {
    /// The same in the terms of the diagnosis.
    package var pathFailure: PathFailure {
        switch self {
        case .silent: .silent
        case .portClosed: .portClosed
        case .secretMismatch: .secretMismatch
        case .encryption: .encryption
        case .protocolTooNew: .protocolTooNew
        case .lost, .cancelled, .other: .other
        }
    }

    /// What failed, for an operator.
    package var words: String {
        switch self {
        case .silent(let words), .encryption(let words), .lost(let words), .other(let words): words
        case .protocolTooNew(let theirs): "the peer speaks protocol \(theirs), which this version does not know"
        case .portClosed: "the peer's host answers, but nothing listens on the control port"
        case .secretMismatch: "the secret was not proved: the two nodes hold different secrets"
        case .cancelled: "the request was given up"
        }
    }
}
