import HotelLogic
import Vocabulary

/// A leg of a call that is over, as `comxfailover calls list` shows it.
package struct CallReport: Sendable, Hashable, Codable {
    /// Where the leg ran.
    package let node: Mode
    /// That node's life, and the record's number in it; together with the node they are never the same again.
    package let incarnation: Incarnation
    package let sequence: UInt64
    /// The same for all legs of the call, on both nodes.
    package let callID: String
    package let direction: CallEntry.Direction
    package let calling: String
    package let dialled: String
    package let called: String
    package let room: String?
    package let trunk: String?
    package let startedAt: WallTime
    package let answeredAt: WallTime?
    package let endedAt: WallTime
    package let ringMilliseconds: UInt64
    package let talkMilliseconds: UInt64
    package let outcome: CallEntry.Outcome
    package let accountCode: String?

    package init(node: Mode, incarnation: Incarnation, sequence: UInt64, entry: CallEntry) {
        self.node = node
        self.incarnation = incarnation
        self.sequence = sequence
        callID = entry.callID
        direction = entry.direction
        calling = entry.calling
        dialled = entry.dialled
        called = entry.called
        room = entry.room
        trunk = entry.trunk
        startedAt = entry.startedAt
        answeredAt = entry.answeredAt
        endedAt = entry.endedAt
        ringMilliseconds = UInt64(max(0, entry.ringing.milliseconds))
        talkMilliseconds = UInt64(max(0, entry.talking.milliseconds))
        outcome = entry.outcome
        accountCode = entry.accountCode
    }
}
