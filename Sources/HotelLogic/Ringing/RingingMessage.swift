import Vocabulary

/// What the two nodes tell each other about ringing, over the control connection. Each of them may be lost with it.
package enum RingingMessage: Sendable, Hashable {
    /// The one to ring is able again, and asks for the turn; `mark` is the state in which it asks.
    case asked(mark: RingingStand.Mark, epoch: Epoch)
    /// From here on the sender claims nothing while the asker stands as it did; and this is what it did meanwhile.
    case yielded(mark: RingingStand.Mark, fallbacks: UInt64, [OccurrenceSnapshot])
    /// The sender hears the other anew, and asks what it knows: the ledger may not have crossed.
    case inquired
    /// All that the sender knew in that state of its own: an answer that was long on its way says nothing of what it
    /// did in a later one.
    case known(mark: RingingStand.Mark, [OccurrenceSnapshot])
    /// Lines of the ledger that claim attempts. No phone rings before the receipt, or half a second.
    case claimed([WakeUpEvent])
    case receipted([Attempt])
    /// What else has happened, so that the other node knows it before the ledger has crossed.
    case noted([WakeUpEvent])
}
