import Wire

/// What one reading of a call file gave.
package struct CallFileChunk: Sendable, Hashable {
    /// Something about the file that a person may want to know.
    package enum Notice: Sendable, Hashable {
        /// The file was renamed and its successor is read now; nothing is lost.
        case rotated
        /// The file was cut off or replaced in place; lines that were not read before that are lost.
        case replaced
        /// The file that was read last is gone, perhaps with lines that were not read.
        case gone
    }

    /// Whole lines without their ends, oldest first.
    package let lines: [[UInt8]]
    /// Where the next reading goes on; store it with what was made of the lines. Nil where there is no file yet.
    package let position: CallFilePosition?
    package let notices: [Notice]
    /// Whether everything that there is was read.
    package let isCaughtUp: Bool

    package init(lines: [[UInt8]], position: CallFilePosition?, notices: [Notice], isCaughtUp: Bool) {
        self.lines = lines
        self.position = position
        self.notices = notices
        self.isCaughtUp = isCaughtUp
    }
}
