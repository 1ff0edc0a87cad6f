import LabKit
import Synchronization

/// The wake-up that the audience sees: of the guest whose phone it sees.
final class GuestWakeUp: Sendable {
    static let room = HotelPhones.room

    private let due = Mutex<DueTime?>(nil)

    /// When it is due; nil before it was set.
    var time: DueTime? { due.withLock { $0 } }

    func wasSet(for time: DueTime) { due.withLock { $0 = time } }
}
