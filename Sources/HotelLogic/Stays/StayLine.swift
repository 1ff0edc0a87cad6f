import Vocabulary

/// A line of the ledger of stays: what happened to a stay, a room, or a voicemail box. It never holds a name.
package struct StayLine: Sendable, Hashable {
    /// What happened.
    package enum Event: String, Sendable, Hashable, Codable, CaseIterable {
        case arrived, departed, moved, guests, departure
        case doNotDisturb = "do-not-disturb"
        case lamp, housekeeping, calling
        case personalCleared = "personal-cleared"
        case boxEmptied = "box-emptied"
        case boxMoved = "box-moved"
    }

    package let event: Event
    package var stay: StayID?
    /// Of a move the new one.
    package var room: RoomNumber?
    package var formerRoom: RoomNumber?
    package var box: ExtensionNumber?
    package var targetBox: ExtensionNumber?
    /// What was set, in short.
    package var detail: String?

    package init(_ event: Event) { self.event = event }

    /// What a decision comes to, line by line.
    ///
    /// - Parameter house: as it was before.
    package static func lines(of decision: StayDecision, over house: GuestHouse) -> [StayLine] {
        decision.changes.map { StayLine($0, over: house) } + decision.effects.compactMap(StayLine.init)
    }

    private init(_ change: StayChange, over house: GuestHouse) {
        switch change {
        case .arrived(let stay):
            self.init(.arrived, stay.id, stay.room, stay.departsOn?.description)
        case .departed(let id, _):
            self.init(.departed, id, house.stays[id]?.room)
        case .moved(let id, let room):
            self.init(.moved, id, room)
            formerRoom = house.stays[id]?.room
        case .guestsChanged(let id, let guests):
            self.init(.guests, id, house.stays[id]?.room, "\(guests.count)")
        case .departureChanged(let id, let date):
            self.init(.departure, id, house.stays[id]?.room, date?.description)
        case .doNotDisturb(let room, let isOn):
            self.init(.doNotDisturb, nil, room, isOn ? "on" : "off")
        case .lamp(let room, let lamp):
            self.init(.lamp, nil, room, lamp.isOn ? "on \(lamp.waiting)" : "off")
        case .housekeeping(let room, let housekeeping):
            let words = [housekeeping.status.rawValue, housekeeping.attendant].compactMap { $0 }
            self.init(.housekeeping, nil, room, words.joined(separator: " "))
        case .calling(let room, let calling):
            let code = calling.classOfService.map { "\($0)" } ?? "standard"
            self.init(.calling, nil, room, calling.isOpen ? code : "closed")
        case .personalCleared(let room, _):
            self.init(.personalCleared, nil, room)
        }
    }

    private init(_ event: Event, _ stay: StayID?, _ room: RoomNumber?, _ detail: String? = nil) {
        self.init(event)
        (self.stay, self.room, self.detail) = (stay, room, detail)
    }

    /// nil for what asks nothing of a voicemail box.
    private init?(_ effect: TelephonyEffect) {
        switch effect {
        case .emptyBox(let box):
            self.init(.boxEmptied)
            self.box = box
        case .moveBox(let from, let to):
            self.init(.boxMoved)
            (box, targetBox) = (from, to)
        case .state, .lamp, .wakeUps: return nil
        }
    }
}
