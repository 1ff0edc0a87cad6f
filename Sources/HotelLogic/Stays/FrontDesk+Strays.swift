import Vocabulary

/// Wake-ups that did not go along with their guests: one node had set them while the other, unseen, moved the guests or
/// checked them out.
extension FrontDesk {
    /// Those whose guests do not stay where they would ring.
    package var strays: [WakeUp] {
        book.active.filter { wakeUp in
            guard let place = wakeUp.place, let stay = place.stay else { return false }
            return house.stays[stay]?.room != place.room
        }
    }

    /// Has strays ring where their guests are; of guests who are gone, for who shared the room, or not at all.
    ///
    /// - Parameter ended: when stays ended that are known to have. What is not known of may still arrive, and its
    ///   wake-ups stay as they are.
    package func followStrays(ended: [StayID: WallTime], at now: WallTime) -> GuestDecision {
        let desk = wakeUpDesk(house, book)
        var decision = GuestDecision()
        decision.wakeUps.events = strays.compactMap { wakeUp in
            guard let place = wakeUp.place, let change = change(of: place, ended: ended) else { return nil }
            let room = if case .moved(let target) = change { target.room } else { place.room }
            return desk.event(desk.edit(wakeUp, change), room, .system, now)
        }
        return decision
    }

    private func change(of place: WakeUpPlace, ended: [StayID: WallTime]) -> WakeUpEdit.Change? {
        guard let stay = place.stay else { return nil }
        if let room = house.stays[stay]?.room { return .moved(WakeUpPlace(room, stay: stay)) }
        guard let end = ended[stay] else { return nil }
        let heir = house.stays(in: place.room).last { $0.arrivedAt <= end }
        return heir.map { .moved(WakeUpPlace(place.room, stay: $0.id)) } ?? .cancelled
    }
}
