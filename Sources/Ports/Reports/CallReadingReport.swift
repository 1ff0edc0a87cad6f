import Vocabulary

/// How a node stands with the call files of its Asterisk.
package struct CallReadingReport: Sendable, Hashable, Codable {
    /// Records written by this node so far, those of interrupted calls among them.
    package let recordsWritten: UInt64
    package let recordsInterrupted: UInt64
    /// Lines that were no records; they are kept aside.
    package let linesRefused: UInt64
    /// Legs of calls that are up now, or whose end is not known.
    package let legsOpen: Int
    /// When the last call that was written down ended.
    package let lastEndedAt: WallTime?
    /// Whether all that Asterisk wrote has been read.
    package let isCaughtUp: Bool

    package init(_ reading: CallReading, isCaughtUp: Bool) {
        recordsWritten = reading.recordsWritten
        recordsInterrupted = reading.recordsInterrupted
        linesRefused = reading.linesRefused
        legsOpen = reading.open.count
        lastEndedAt = reading.lastEndedAt
        self.isCaughtUp = isCaughtUp
    }
}
