/// What went wrong with an Asterisk of the tests.
package enum AsteriskKitFailure: Error, Sendable, Hashable {
    /// Neither this host nor the cache has an Asterisk that is new enough.
    case noAsterisk(helps: String)
    case cannotStart(program: String, number: Int32)
    /// It ended before it had booted; the words are the last ones of its log.
    case endedWhileStarting(log: String)
    /// It did not boot in time.
    case neverBooted(log: String)
    /// It is asked for something while it does not run.
    case notRunning
    /// No free loopback address was found.
    case noAddress
    /// What was put into its database never reached the disk.
    case neverWritten(String)
    case cannotWrite(path: String, number: Int32)
}
