import Vocabulary

/// Decides what becomes of a request for wake-ups. It writes nothing: whoever asks stores the lines it gives, all or
/// none, and shows them to the book.
package struct WakeUpDesk: Sendable {
    let node: Mode
    let epoch: Epoch
    let zone: ZoneRules
    let house: WakeUpHouse
    let book: WakeUpBook
    /// The first number that this node has given to no wake-up yet.
    let nextNumber: UInt64
    /// How many numbers of edits are left out.
    let editsSkipped: UInt32
    let limits: WakeUpLimits

    package init(
        node: Mode, epoch: Epoch, zone: ZoneRules, house: WakeUpHouse, book: WakeUpBook, nextNumber: UInt64,
        editsSkipped: UInt32 = 0, limits: WakeUpLimits = WakeUpLimits()
    ) {
        self.node = node
        self.epoch = epoch
        self.zone = zone
        self.house = house
        self.book = book
        self.nextNumber = nextNumber
        self.editsSkipped = editsSkipped
        self.limits = limits
    }

    package func decide(
        _ request: WakeUpRequest, by author: Author, at now: WallTime
    ) throws(WakeUpRefusal) -> WakeUpDecision {
        switch request {
        case .set(let rooms, let wish): try set(rooms, wish, author, now)
        case .change(let id, let time, let days): try change(id, time, days, author, now)
        case .cancel(let id): try cancel([try open(id)], author, now)
        case .cancelAll(let room): try cancel(found(in: room) { _ in true }, author, now)
        case .cancelAt(let room, let time, let date?): try leaveOut(date, time, in: room, author, now)
        case .cancelAt(let room, let time, nil):
            try cancel(found(in: room) { $0.time == time }, author, now)
        }
    }

    /// The edit that this node makes of a wake-up that is known.
    func edit(_ wakeUp: WakeUp, _ change: WakeUpEdit.Change) -> WakeUpEdit {
        wakeUp.edit(change, by: node, skipping: editsSkipped)
    }

    /// A line of this node's.
    func event(_ edit: WakeUpEdit, _ room: RoomNumber, _ author: Author, _ now: WallTime) -> WakeUpEvent {
        WakeUpEvent(.edited(edit), room: room, node: node, epoch: epoch, at: now, author: author)
    }

    /// A wake-up of which something is still to come.
    func open(_ id: WakeUpID) throws(WakeUpRefusal) -> WakeUp {
        guard let wakeUp = book[id], wakeUp.place != nil else { throw WakeUpRefusal([.unknownWakeUp(id)]) }
        guard !wakeUp.isCancelled else { throw WakeUpRefusal([.isCancelled(id)]) }
        guard !wakeUp.isOver else { throw WakeUpRefusal([.isOver(id)]) }
        return wakeUp
    }

    // MARK: Cancelling

    /// The wake-ups of a room of which something is still to come.
    func found(
        in room: RoomNumber, where fits: (WakeUpSchedule) -> Bool
    ) throws(WakeUpRefusal) -> [WakeUp] {
        let wakeUps = book.active(in: room).filter { $0.plan.map { fits($0.schedule) } ?? false }
        guard !wakeUps.isEmpty else {
            throw WakeUpRefusal([house.rooms[room] == nil ? .unknownRoom(room) : .nothingToCancel(room)])
        }
        return wakeUps
    }

    private func cancel(_ wakeUps: [WakeUp], _ author: Author, _ now: WallTime) throws(WakeUpRefusal) -> WakeUpDecision
    {
        var decision = WakeUpDecision()
        for wakeUp in wakeUps {
            guard let plan = wakeUp.plan, let place = wakeUp.place else { continue }
            decision.events.append(event(edit(wakeUp, .cancelled), place.room, author, now))
            decision.answers.append(
                WakeUpAnswer(
                    wakeUp: wakeUp.id, room: place.room, outcome: .cancelled, schedule: plan.schedule, moment: nil,
                    notes: []))
        }
        return decision
    }
}
