import Vocabulary

extension WakeUpDesk {
    /// The lines that follow from a stay's change. Nothing stands against them: whoever moves is woken where they are.
    package func follow(_ movement: StayMovement, by author: Author, at now: WallTime) -> [WakeUpEvent] {
        switch movement {
        case .moved(let stay, let from, let to, let leavesRoomEmpty):
            move(book.active(in: from), by: author, at: now) { place in
                guard place.stay == stay || leavesRoomEmpty else { return nil }
                return WakeUpPlace(to, stay: place.stay ?? stay)
            }
        case .leftTo(let heir, let room, let leaving):
            move(book.active(in: room), by: author, at: now) { place in
                place.stay == leaving ? WakeUpPlace(room, stay: heir) : nil
            }
        case .emptied(let room):
            book.active(in: room).map { event(edit($0, .cancelled), room, author, now) }
        }
    }

    private func move(
        _ wakeUps: [WakeUp], by author: Author, at now: WallTime, to target: (WakeUpPlace) -> WakeUpPlace?
    ) -> [WakeUpEvent] {
        wakeUps.compactMap { wakeUp in
            guard let place = wakeUp.place.flatMap(target) else { return nil }
            return event(edit(wakeUp, .moved(place)), place.room, author, now)
        }
    }
}
