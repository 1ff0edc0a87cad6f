import Vocabulary
import Wire

/// How far a node has read its call files, and what it keeps of them.
package struct CallReading: Sendable, Hashable {
    /// Raised by every batch; a batch that was made from another one is refused.
    package var revision: UInt64
    package var positions: [CallFileName: CallFilePosition]
    /// When Asterisk was last seen alive.
    package var aliveAt: WallTime?
    /// Legs that have begun and of which no end is known.
    package var open: [OpenLeg]
    /// Records written by this node so far, those of interrupted calls among them.
    package var recordsWritten: UInt64
    package var recordsInterrupted: UInt64
    /// Lines that were no records.
    package var linesRefused: UInt64
    /// When the last call that was written down ended.
    package var lastEndedAt: WallTime?

    package init(
        revision: UInt64 = 0, positions: [CallFileName: CallFilePosition] = [:], aliveAt: WallTime? = nil,
        open: [OpenLeg] = [], recordsWritten: UInt64 = 0, recordsInterrupted: UInt64 = 0, linesRefused: UInt64 = 0,
        lastEndedAt: WallTime? = nil
    ) {
        self.revision = revision
        self.positions = positions
        self.aliveAt = aliveAt
        self.open = open
        self.recordsWritten = recordsWritten
        self.recordsInterrupted = recordsInterrupted
        self.linesRefused = linesRefused
        self.lastEndedAt = lastEndedAt
    }
}
