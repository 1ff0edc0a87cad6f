import Vocabulary

/// What one node tells the other about ringing.
package enum RingingNotice: Sendable, Hashable {
    /// One state of one run of a node.
    package struct Mark: Sendable, Hashable {
        package let run: BootID
        package let serial: UInt64

        package init(run: BootID, serial: UInt64) {
            self.run = run
            self.serial = serial
        }
    }

    /// The sender is to ring and asks for the turn.
    case asked(Mark, epoch: Epoch)
    /// The sender claims nothing more while the asker stands as it did.
    case yielded(Mark, fallbacks: UInt64, Leaves)
    /// The sender asks what the receiver knows.
    case inquired
    /// What the sender knew in that state of its own.
    case known(Mark, Leaves)
    /// The sender is about to make these attempts.
    case claimed([OccurrencePage])
    /// The sender knows of these claims: pages whose notes are the claims.
    case receipted([OccurrencePage])
    /// What else has happened.
    case noted([OccurrencePage])

    /// Pages that may be too many for one frame: those that come before a whole are parts of it.
    package struct Leaves: Sendable, Hashable {
        /// Tells the parts of one whole from those of another.
        package let letter: UInt32
        /// Counted from 0.
        package let part: UInt16
        package let isLast: Bool
        package let pages: [OccurrencePage]

        package init(letter: UInt32, part: UInt16, isLast: Bool, pages: [OccurrencePage]) {
            self.letter = letter
            self.part = part
            self.isLast = isLast
            self.pages = pages
        }
    }
}
