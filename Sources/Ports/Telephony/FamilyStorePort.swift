import Vocabulary

/// The tables that hold families of Asterisk's database, and what was last seen of each.
///
/// Calls may be made at any time; each is one transaction. What is written into a table here is a write of this node,
/// as anybody's: capture notices it, and the copy judges it.
package protocol FamilyStorePort: Sendable {
    /// Makes the tables of these families where they are missing. Those of other families are taken away once nothing
    /// captures them any more, with what was seen of them.
    func arrange(_ families: Set<AsteriskFamily>) async throws(TelephonyFailure)

    /// Two equal stamps mean that nothing was changed in the table between.
    func stamp(of family: AsteriskFamily) async throws(TelephonyFailure) -> TelephonyStamp

    func read(_ family: AsteriskFamily) async throws(TelephonyFailure) -> FamilyReading

    /// Makes changes to the table, nil removing an entry, and remembers them as seen; an entry that is not what `over`
    /// says any more is left for the next look.
    ///
    /// - Returns: the entries that were changed.
    func take(
        _ changes: [String: String?], over former: [String: String], of family: AsteriskFamily
    ) async throws(TelephonyFailure) -> Set<String>

    /// Keeps values that are about to give way in the conflict ledger, as rows of the family's table. One that stands
    /// there open already is not kept twice.
    func keep(
        _ losers: [FamilyLoser], of family: AsteriskFamily, item: ItemName, at time: WallTime
    ) async throws(TelephonyFailure)

    /// Remembers what both hold, nil being nothing, and the mark that Asterisk's database bears.
    func remember(
        _ seen: [String: String?], mark: UInt64, of family: AsteriskFamily
    ) async throws(TelephonyFailure)
}
