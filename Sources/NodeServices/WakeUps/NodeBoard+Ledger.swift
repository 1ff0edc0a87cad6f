import Ports
import Vocabulary

extension NodeBoard.Content {
    /// As of when everything that the peer had kept of wake-ups is here; nil while that is not known.
    ///
    /// What was copied before the database was reached last may be gone, put back with its disk. While that is taken
    /// back, or not even begun, it is not here.
    var ledgerCurrentAsOf: Instant? {
        guard lostFeed == nil, feed.life?.suspectAbove == nil,
            let look = standings[WakeUpReader.item]?.currentAsOf, feed.reachedAt.map({ look >= $0 }) ?? true
        else { return nil }
        return look
    }
}
