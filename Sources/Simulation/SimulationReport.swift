/// How one simulated life of a pair ended.
package struct SimulationReport: Sendable, Hashable, Codable {
    package let seed: UInt64
    /// What went wrong, in the order it was found; empty where every promise was kept.
    package let violations: [String]
    /// What happened, oldest first, at most `Story.linesMax` lines.
    package let story: [String]
    package let counts: Counts

    /// How much happened.
    package struct Counts: Sendable, Hashable, Codable {
        package var commits = 0
        package var rollbacks = 0
        package var rowsApplied = 0
        package var conflicts = 0
        package var driftHealed = 0
        package var heartbeats = 0
        package var crashes = 0
        package var restores = 0
        package var newLives = 0
        package var takeovers = 0
        package var releases = 0
        /// Scopes that were given and taken.
        package var givebacks = 0
        package var wakeUpEdits = 0
        package var rings = 0
        package var answers = 0
        /// Wake-ups that woke nobody, so that the desk was told.
        package var missed = 0
        /// Lines of which somebody was told that they are safe on both nodes.
        package var safePromises = 0
        package var tombstonesCollected = 0
        package var lateCommits = 0
        package var sequencesJumped = 0
        /// Milliseconds from the end of the faults until both nodes were equal and quiet.
        package var millisecondsToConverge = 0
    }

    package var passed: Bool { violations.isEmpty }
}
