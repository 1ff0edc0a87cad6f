/// Why an attempt woke nobody.
package enum AttemptFailure: String, Sendable, Hashable, Codable, CaseIterable {
    case busy
    /// Refused at the phone.
    case declined
    case noAnswer = "no-answer"
    /// The phone never rang: it is registered nowhere.
    case unreachable
    /// The call could not be made, for another reason.
    case failed
    /// Somebody lifted the receiver, but did not press the key that says so.
    case unconfirmed
    /// It was claimed, and nobody ever told how it ended.
    case lost
    /// Asterisk went away meanwhile.
    case interrupted
    /// The other node was at it already.
    case withdrawn
    /// The guest moved to another room meanwhile.
    case moved

    /// Whether it uses up one of the attempts that an occurrence has. What never reached a phone does not: it is tried
    /// again soon, until it is too late.
    package var counts: Bool {
        switch self {
        case .busy, .declined, .noAnswer, .failed, .unconfirmed, .lost: true
        case .unreachable, .interrupted, .withdrawn, .moved: false
        }
    }
}
