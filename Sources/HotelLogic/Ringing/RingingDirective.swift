import Vocabulary

/// What a ``RingingMachine`` concludes from an input. The order is a promise: what is to be kept comes before what is
/// to be done, and that before what is to be told.
package enum RingingDirective: Sendable, Hashable {
    /// These lines are to be kept, in this order and after all earlier ones; once they are on the disk, ``stored``
    /// is told the number. Lines that cannot be kept now wait and are not lost.
    case store(UInt64, [WakeUpEvent])
    /// To the peer, over control.
    case send(RingingMessage)
    /// Phones are to ring.
    case ring(RingingCall)
    /// What rings or talks for the attempt is to end, all but the one phone.
    case hangUp(Attempt, except: ExtensionNumber?)
    /// The desk is to be called; the number counts the calls about the same thing.
    case tellDesk(DeskNews, call: Int)
    /// The next heartbeat says something new, and goes out early.
    case standChanged(RingingStand)
}
