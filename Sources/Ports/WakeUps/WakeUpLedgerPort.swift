import HotelLogic
import Vocabulary

/// The door to the wake-up ledger: the lines of both nodes, of which each node makes what stands.
package protocol WakeUpLedgerPort: Sendable {
    /// Keeps lines of this node, all or none, in their order and after all that it kept before. Gives them as they are
    /// kept; none where a numbered batch, or a later one of its run, was kept already.
    func append(_ batch: WakeUpBatch) async throws(WakeUpLedgerFailure) -> [WakeUpLine]

    /// The lines of all wake-ups that were planned for that day or a later one.
    func lines(since day: CalendarDate) async throws(WakeUpLedgerFailure) -> WakeUpReading

    /// The lines of all wake-ups of which something was written here after the mark, by either node, however it came.
    /// Nil where the mark says nothing about what is here now: then everything is read anew.
    func lines(after mark: WakeUpMark) async throws(WakeUpLedgerFailure) -> WakeUpReading?

    /// Everything that happened to one wake-up, in the order of its moments.
    func lines(of wakeUp: WakeUpID) async throws(WakeUpLedgerFailure) -> [WakeUpLine]
}
