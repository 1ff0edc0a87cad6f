import Vocabulary

/// What happened to one occurrence. Each is a line of the ledger; together they tell where it stands.
package enum RingingStep: Sendable, Hashable {
    /// A node is about to make this attempt. It is stored before a phone rings.
    case claimed(Int)
    /// Phones ring. The peer may not have said that it knows of the claim.
    case rang(Int, isReceipted: Bool)
    /// The guest took the call; nil where a call for another wake-up of the room was taken.
    case answered(Int?)
    /// The guest wants another call at that moment.
    case snoozed(Int, until: WallTime)
    case failed(Int, AttemptFailure)
    /// Nobody told how this attempt of that node ended, for longer than an attempt takes.
    case lapsed(Int, of: Mode)
    /// The node whose turn it is not acts in the other's stead.
    case handedOver(HandOver)
    /// No more attempts are made.
    case givenUp(GivingUp)
    /// A person at the desk has taken note of it.
    case reported

    /// Whether it ends the occurrence, unless a snooze follows.
    var isLast: Bool {
        switch self {
        case .answered, .givenUp: true
        case .claimed, .rang, .snoozed, .failed, .lapsed, .handedOver, .reported: false
        }
    }

    /// Why one node acts for the other.
    package enum HandOver: String, Sendable, Hashable, Codable, CaseIterable {
        case unheard
        /// It says that it cannot.
        case unable
        /// Its heartbeat goes on, but whoever should ring there does not.
        case stuck
    }

    /// Why no more attempts are made.
    package enum GivingUp: String, Sendable, Hashable, Codable, CaseIterable {
        /// All of them failed.
        case attempts
        /// It would come too late to be of use.
        case late
    }
}
