import HotelLogic
import Vocabulary

/// Why a request about guests was not carried out. Whatever the reason, nothing of it was done.
package enum GuestFailure: Error, Sendable, Hashable {
    /// The request about stays itself is wrong.
    case stay(StayFault)
    /// The request for wake-ups itself is wrong; all reasons at once.
    case wakeUps(WakeUpRefusal)
    /// Guests are written on another node, the owner of their scope.
    case notOwner(Mode, isDown: Bool)
    /// Nobody is known to own the guests; a moment later somebody will be.
    case unready(words: String)
    /// Somebody else changed the same at the same moment; the same request may be right, or wrong, when asked again.
    case overtaken(words: String)
    /// The database does not answer.
    case unavailable(words: String)
    /// The database refused, or holds what this program does not understand; MariaDB's words.
    case database(words: String)
}
