import Vocabulary

/// What became of a menu's request.
package enum MenuAnswer: Sendable, Hashable {
    case done
    /// In the order in which they ring.
    case wakeUps([MenuWakeUp])
    case wakeUpSet(TimeOfDay, MenuDay)
    /// So many were cancelled.
    case cancelled(Int)
    /// So many wait at the desk; whether the caller has a voicemail box that is open.
    case messages(waiting: Int, hasBox: Bool)
    case refused(MenuRefusal)
}
