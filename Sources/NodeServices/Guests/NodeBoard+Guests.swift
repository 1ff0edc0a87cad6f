import PairLogic
import Ports

extension NodeBoard.Content {
    /// The database is there and holds all that this node ever knew: one that was put back to an older image first
    /// takes back what it lost.
    var hasWholeMemory: Bool { isPrepared && isDatabaseUp && !takesBackWhatItLost }

    var takesBackWhatItLost: Bool { feed.life?.suspectAbove != nil || peer?.isRestored == true }
}
