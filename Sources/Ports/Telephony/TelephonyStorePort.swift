import HotelLogic
import Vocabulary

/// The telephony configuration in this node's database.
///
/// Calls may be made at any time and from anywhere; each is one transaction and leaves nothing half-done, also where it
/// is cancelled. What the pair shares is written on the owner of the configuration alone; what each node has of its own
/// (trunks, routes, SIP settings) is written anywhere and never copied.
package protocol TelephonyStorePort: Sendable {
    /// Everything at one moment.
    func configuration() async throws(TelephonyFailure) -> TelephonyConfiguration

    /// Whether anything was changed since: see `TelephonyStamp`.
    func stamp() async throws(TelephonyFailure) -> TelephonyStamp

    /// Carries out the whole edit or nothing of it. Edits happen one after another.
    func change(_ edit: TelephonyEdit) async throws(TelephonyFailure) -> TelephonyReceipt
}
