import HotelLogic
import Vocabulary
import Wire

/// What came of lines of call files, to be kept together with how far they were read.
package struct CallBatch: Sendable, Hashable {
    /// A line that is no record, kept for a person.
    package struct RefusedLine: Sendable, Hashable {
        /// The most that is kept of a line, in bytes.
        package static let bytesMax = 8_192

        package let file: CallFileName
        package let line: [UInt8]
        package let reason: String

        package init(file: CallFileName, line: [UInt8], reason: String) {
            self.file = file
            self.line = Array(line.prefix(Self.bytesMax))
            self.reason = reason
        }
    }

    /// The reading that it goes on from.
    package let revision: UInt64
    package var positions: [CallFileName: CallFilePosition]
    package var aliveAt: WallTime?
    package var entries: [CallEntry] = []
    /// Legs to keep as they are now, and legs to forget, in this order.
    package var opened: [OpenLeg] = []
    package var closed: [String] = []
    package var refused: [RefusedLine] = []

    package init(revision: UInt64, positions: [CallFileName: CallFilePosition], aliveAt: WallTime?) {
        self.revision = revision
        self.positions = positions
        self.aliveAt = aliveAt
    }
}
