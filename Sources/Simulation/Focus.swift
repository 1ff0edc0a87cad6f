/// What a simulated life is about: of some faults there are more, so that what rarely comes together does.
package enum Focus: String, Sendable, Hashable, CaseIterable {
    /// Everything in its measure.
    case everything
    /// Disks that go back, and what is copied meanwhile. Nobody is woken.
    case disks
    /// Disks that go back and scopes that change hands where little is written, often far from each other: nothing new
    /// puts right what went wrong. Nobody is woken.
    case quiet
    /// Who owns what: operators, hand-overs and what goes wrong in them. Nobody is woken.
    case owners
    /// Guests who are woken, and phones, servers and lines that are not there then.
    case wakeUps = "wake-ups"
}
