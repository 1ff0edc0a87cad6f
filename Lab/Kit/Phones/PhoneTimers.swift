import Vocabulary

/// How patient a phone is with its registrars.
package struct PhoneTimers: Sendable, Hashable {
    /// How long a registration lasts; it is renewed a little earlier.
    package var expirySeconds: Int
    /// Between two questions to each registrar whether it is there.
    package var probeInterval: Duration
    /// How long a registrar may stay silent before the phone moves to the next one.
    package var giveUpAfter: Duration
    /// How long the first registrar must have answered again before the phone moves back.
    package var failBackAfter: Duration
    /// How long a call that was dialled may wait for a word from a server that has fallen silent: as with two
    /// repetitions of its INVITE, which the templates set.
    package var dialFor = Duration.seconds(4)

    package init(expirySeconds: Int, probeInterval: Duration, giveUpAfter: Duration, failBackAfter: Duration) {
        self.expirySeconds = expirySeconds
        self.probeInterval = probeInterval
        self.giveUpAfter = giveUpAfter
        self.failBackAfter = failBackAfter
    }

    /// As the house's templates set real phones: a minute for each of them, a keep-alive every ten seconds.
    package static let template = PhoneTimers(
        expirySeconds: 60, probeInterval: .seconds(10), giveUpAfter: .seconds(25), failBackAfter: .seconds(60))

    /// Ten times as fast, so that a test need not wait.
    package static let brisk = PhoneTimers(
        expirySeconds: 20, probeInterval: .milliseconds(500), giveUpAfter: .seconds(2), failBackAfter: .seconds(4))
}
