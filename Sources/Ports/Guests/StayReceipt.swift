import HotelLogic
import Vocabulary

/// What became of a request about stays.
package struct StayReceipt: Sendable, Hashable, Codable {
    /// A wake-up that went along with its guest, or that nobody is there for any more.
    package struct WakeUpLine: Sendable, Hashable, Codable {
        package enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
            case moved, cancelled
        }

        package let wakeUp: WakeUpID
        package let room: RoomNumber
        package let outcome: Outcome

        /// nil for what does not follow from a stay.
        package init?(_ event: WakeUpEvent) {
            guard case .edited(let edit) = event.what else { return nil }
            switch edit.change {
            case .moved: outcome = .moved
            case .cancelled: outcome = .cancelled
            case .set, .changed: return nil
            }
            wakeUp = edit.wakeUp
            room = event.room
        }
    }

    /// The stay that it was about, where it was about one.
    package let stay: StayID?
    /// False: everything was so already.
    package let isChanged: Bool
    /// The rooms that it was about, as they are now.
    package let rooms: [GuestRoomReport]
    package let wakeUps: [WakeUpLine]
    package let safety: Safety

    /// - Parameters:
    ///   - before: the house as the decision found it.
    ///   - house: as it is after the decision.
    package init(
        _ request: StayRequest, _ decision: GuestDecision, from before: GuestHouse, to house: GuestHouse,
        _ safety: Safety
    ) {
        stay = decision.stay.stay
        isChanged = !decision.isEmpty
        rooms = Set(request.rooms(in: before)).sorted().compactMap { GuestRoomReport($0, in: house) }
        wakeUps = decision.wakeUps.events.compactMap(WakeUpLine.init)
        self.safety = safety
    }
}
