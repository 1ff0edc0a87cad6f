import Ports
import Vocabulary
import Wire

/// How far a repair has come that the peer asked for.
package struct RepairStanding: Sendable, Hashable {
    package let item: ItemName
    /// Tells this repair from another one of the same item.
    package let ticket: UInt64
    private var rowsDone: UInt64 = 0
    private var rowsTotal: UInt64?
    private var rowsDifferent: UInt64 = 0
    private var rowsRepaired: UInt64 = 0
    private var words = ""
    /// A comparison that was under way when the peer asked is none of this repair.
    private var isBegun = false
    private var isFinished = false

    package init(item: ItemName, ticket: UInt64) {
        self.item = item
        self.ticket = ticket
    }

    package mutating func began() {
        guard !isFinished else { return }
        isBegun = true
        words = ""
    }

    package mutating func heard(_ report: ProgressReport) {
        guard isBegun, !isFinished else { return }
        rowsDone = report.rowsDone
        rowsTotal = report.rowsTotal
        rowsDifferent = report.rowsDifferent
        rowsRepaired = report.rowsRepaired
        isFinished = report.phase == "done"
        words = report.words ?? ""
    }

    /// It cannot go on for now.
    package mutating func waits(_ reason: String) {
        guard !isFinished else { return }
        words = reason
    }

    package var reply: ControlReply.Repairing {
        ControlReply.Repairing(
            item: item, rowsDone: rowsDone, rowsTotal: rowsTotal, rowsDifferent: rowsDifferent,
            rowsRepaired: rowsRepaired, isFinished: isFinished, words: words)
    }
}
