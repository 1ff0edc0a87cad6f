import HotelLogic
import Vocabulary

/// A node's Asterisk: it rings phones as it was told, whether a daemon listens or not.
struct SimulatedAsterisk {
    /// One phone that rings, or talks, for an attempt.
    struct Leg {
        let attempt: Attempt
        let room: RoomNumber
        let number: ExtensionNumber
        /// The run of the daemon that wanted it.
        let daemonRun: Int
        let keys: [Character]
        let confirmKey: Character?
        var isTaken = false
    }

    var isUp = true
    /// Counts its starts: calls do not outlive one.
    var run = 1
    /// Open legs, by numbers that are never used again.
    var legs: [Int: Leg] = [:]
    /// What the dialplan wrote down of calls that were taken, until what a daemon made of it is on the disk.
    var words: [Word] = []

    /// What the dialplan wrote down of a call that somebody took.
    struct Word {
        let leg: Leg
        var key: Character?
        /// The run of the daemon that heard of it.
        var heardBy: Int
    }

    mutating func crashed() {
        isUp = false
        run += 1
        legs = [:]
    }
}
