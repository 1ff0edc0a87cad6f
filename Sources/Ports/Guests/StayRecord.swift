import HotelLogic
import Vocabulary

/// A line of the ledger of stays with whose it is.
package struct StayRecord: Sendable, Hashable {
    package let line: StayLine
    /// Where it was written.
    package let node: Mode
    /// By that node's clock.
    package let at: WallTime
    package let author: Author

    package init(_ line: StayLine, node: Mode, at: WallTime, author: Author) {
        self.line = line
        self.node = node
        self.at = at
        self.author = author
    }
}
