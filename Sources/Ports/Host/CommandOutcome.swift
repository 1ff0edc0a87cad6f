/// How a program ended, and the first part of what it printed.
package struct CommandOutcome: Sendable, Hashable {
    /// The way it ended.
    package enum Ending: Sendable, Hashable {
        /// It exited by itself with this code.
        case exited(Int32)
        /// A signal ended it.
        case signalled(Int32)
        /// It was still running at the limit, or its caller went away, and was ended.
        case timedOut
        /// It could not be started; the text says why.
        case notStarted(String)
    }

    package let ending: Ending
    /// Standard output and standard error as they came, bounded; bytes that are not UTF-8 are replaced.
    package let output: String
    /// Whether more was printed than `output` holds.
    package let isTruncated: Bool

    package init(ending: Ending, output: String, isTruncated: Bool) {
        self.ending = ending
        self.output = output
        self.isTruncated = isTruncated
    }

    /// Whether the program exited with code 0.
    package var succeeded: Bool { ending == .exited(0) }
}
