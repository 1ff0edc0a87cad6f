import HotelLogic
import Vocabulary

/// Why the telephony configuration could not be read or changed. Whatever the reason, nothing was changed.
package enum TelephonyFailure: Error, Sendable, Hashable {
    /// The edit itself is wrong; all reasons at once.
    case refused(TelephonyRefusal)
    /// The entries are written on another node, the owner of the configuration.
    case notOwner(Mode)
    /// Nobody may write the entries now; a moment later somebody may.
    case unready(words: String)
    /// Somebody else changed the same at the same moment; the same edit may succeed when tried again.
    case retry(words: String)
    /// The database does not answer.
    case unavailable(words: String)
    /// The database refused, or holds what this program does not understand; MariaDB's words.
    case database(words: String)
}
