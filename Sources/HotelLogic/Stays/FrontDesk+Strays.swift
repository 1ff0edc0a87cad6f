import Vocabulary

/// Wake-ups that did not go along with their guests: one node had set them while the other, unseen, moved the guests or
/// checked them out.
extension FrontDesk {
    /// Those whose guests do not stay where they would ring. What the other node moved followed a guest there; that the
    /// guest moved may still be on its way here.
    package var strays: [WakeUp] {
        book.active.filter { wakeUp in
            guard let placing = wakeUp.placing, let stay = placing.value.stay else { return false }
            if case .moved = placing.edit.change, placing.edit.revision.node != node { return false }
            return house.stays[stay]?.room != placing.value.room
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
            guard let placing = wakeUp.placing, let change = change(placing, ended: ended) else { return nil }
            let room = if case .moved(let target) = change { target.room } else { placing.value.room }
            return desk.event(desk.edit(wakeUp, change), room, .system, now)
        }
        return decision
    }

    /// A node that sees nothing of the other takes whoever left meanwhile for who stays in the room. So it counts who
    /// had come there by the time at which it was asked.
    private func change(
        _ placing: EditedValue<WakeUpPlace>.Candidate, ended: [StayID: WallTime]
    ) -> WakeUpEdit.Change? {
        let room = placing.value.room
        guard let stay = placing.value.stay else { return nil }
        let others = house.stays(in: room)
        if let guest = house.stays[stay] {
            let newcomer = others.last { $0.arrivedAt > guest.arrivedAt && $0.arrivedAt <= placing.at }
            return .moved(newcomer.map { WakeUpPlace(room, stay: $0.id) } ?? WakeUpPlace(guest.room, stay: stay))
        }
        guard let end = ended[stay] else { return nil }
        let heir = others.last { $0.arrivedAt <= max(end, placing.at) }
        return heir.map { .moved(WakeUpPlace(room, stay: $0.id)) } ?? .cancelled
    }
}
