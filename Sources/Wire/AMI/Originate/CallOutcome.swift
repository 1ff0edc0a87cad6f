/// What became of a call that Asterisk was asked to make.
package enum CallOutcome: Sendable, Hashable {
    /// Somebody took the call.
    case answered
    case busy
    /// The phone, or who holds it, refused the call; do-not-disturb on the phone itself looks like this or like busy.
    case declined
    /// It rang to the end of the ring time.
    case noAnswer
    /// It never rang: not registered, switched off, unknown where it was called. The cause is nil where Asterisk had
    /// nowhere to call at all.
    case unreachable(cause: Int?)
    /// Something else; the cause is one of Q.850.
    case failed(cause: Int, words: String)
    /// Asterisk told nothing: the link dropped meanwhile or the word never came. The phone may have rung.
    case unknown
}

extension CallOutcome {
    /// What the end of a channel tells of a call that was not answered.
    ///
    /// Cause 19 stands for a phone that rang in vain and for one that never gave a sign, so it counts whether the phone
    /// was heard to ring.
    init(end: ChannelEnd, hasRung: Bool) {
        switch end.cause {
        case _ where end.channel.state == .up: self = .answered
        case 17: self = .busy
        case 21: self = .declined
        case 16, 18, 19, 102, 127: self = hasRung ? .noAnswer : .unreachable(cause: end.cause)
        case 1, 2, 3, 20, 22, 27, 34, 38, 41, 42: self = .unreachable(cause: end.cause)
        default: self = .failed(cause: end.cause, words: end.causeWords)
        }
    }
}
