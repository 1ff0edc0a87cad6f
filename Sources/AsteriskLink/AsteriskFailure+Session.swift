import Ports
import Wire

extension AsteriskFailure {
    /// A session's failure in the terms of the port.
    init(_ failure: AMIFailure) {
        switch failure {
        case .loginRefused(let words): self = .refused(words)
        case .notUnderstood(let error): self = .unreadable("\(error)")
        case .timedOut: self = .timedOut
        case .silent: self = .lost("Asterisk says nothing any more")
        case .linkLost(let words): self = .lost(words)
        case .notReady: self = .notConnected
        case .tooManyWaiting: self = .tooManyWaiting
        case .notWritable(let error): self = .notWritable(error)
        case .listTooLong(let count): self = .unreadable("a list of \(count) entries")
        }
    }
}
