import HotelLogic
import Vocabulary

/// Stays, the state of rooms, and wake-ups in this node's database.
///
/// Calls may be made at any time and from anywhere; each is one transaction and leaves nothing half-done, also where it
/// is cancelled. Changes happen one after another.
package protocol GuestStorePort: Sendable {
    /// Everything at one moment.
    func guests() async throws(GuestFailure) -> GuestReading

    /// Has somebody decide over what is there at this moment, and keeps what was decided, all or nothing.
    ///
    /// While it is decided the owner of the guests does not change.
    ///
    /// - Parameters:
    ///   - isOwnerOnly: refuses where this node does not own the guests; false for what either node may write, which
    ///     is lines of the wake-up ledger and nothing else.
    ///   - decide: only looks at the reading, and waits for nothing.
    func change(
        by author: Author, at moment: WallTime, isOwnerOnly: Bool,
        _ decide: @Sendable (GuestReading) throws(GuestFailure) -> GuestDecision
    ) async throws(GuestFailure) -> GuestOutcome

    /// Who changed what in stays and rooms, on both nodes, newest first.
    func history(_ query: StayHistoryQuery) async throws(GuestFailure) -> [StayRecord]

    /// When those of these stays ended that have; one that is not known here is left out.
    func ended(_ stays: Set<StayID>) async throws(GuestFailure) -> [StayID: WallTime]

    /// Lets go what this node wrote into the ledgers of stays and of wake-ups before that moment, so many lines at
    /// most. The newest line stays, since numbers are counted on from it, and so do lines of wake-ups that are still
    /// to come.
    ///
    /// - Returns: how many lines are gone; fewer than the most where nothing older is left.
    func trimLedgers(before moment: WallTime, linesMax: Int) async throws(GuestFailure) -> Int
}
