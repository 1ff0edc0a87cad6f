import Vocabulary

/// Decides what becomes of a request about stays: what is kept, and what telephones do because of it. It writes
/// nothing itself.
package struct StayDesk: Sendable {
    /// The most messages that a lamp counts.
    package static let messagesMax = 999
    /// The longest name of a guest.
    package static let nameLengthMax = 80
    /// The longest title of a guest, and the longest number that a management system gives to a guest or a stay.
    package static let shortLengthMax = 40

    let node: Mode
    let zone: ZoneRules
    let house: GuestHouse
    /// The first number that this node has given to no stay yet.
    let nextNumber: UInt64

    package init(node: Mode, zone: ZoneRules, house: GuestHouse, nextNumber: UInt64) {
        self.node = node
        self.zone = zone
        self.house = house
        self.nextNumber = nextNumber
    }

    package func decide(_ request: StayRequest, at now: WallTime) throws(StayFault) -> StayDecision {
        switch request {
        case .checkIn(let room, let guests, let reservation, let departsOn, let isSharing):
            try checkIn(room, guests, reservation, departsOn, isSharing, now)
        case .checkOut(let id): checkOut([try stay(id)], now)
        case .checkOutRoom(let room):
            checkOut(try stays(in: room), now)
        case .move(let id, let room, let isSharing): try move(try stay(id), to: room, isSharing)
        case .nameGuests(let id, let guests): try name(try stay(id), guests)
        case .setLanguage(let id, let language): try speak(language, try stay(id))
        case .expectDeparture(let id, let date): try expect(try stay(id), date, now)
        case .setCalling(let room, let calling): try set(calling, in: room)
        case .setDoNotDisturb(let room, let isOn): try setDoNotDisturb(room, isOn)
        case .setLamp(let room, let lamp): try set(lamp, in: room)
        case .report(let room, let housekeeping): try report(housekeeping, of: room)
        }
    }

    // MARK: What must be so

    func known(_ room: RoomNumber) throws(StayFault) -> GuestRoom {
        guard let known = house.rooms[room] else { throw .unknownRoom(room) }
        return known
    }

    /// A room that somebody may come to.
    func enterable(_ room: RoomNumber, isSharing: Bool) throws(StayFault) -> GuestRoom {
        let known = try known(room)
        guard known.isInUse else { throw .notInUse(room) }
        if !isSharing, let other = house.stays(in: room).last { throw .isLet(room, other.id) }
        return known
    }

    func stay(_ id: StayID) throws(StayFault) -> Stay {
        guard let stay = house.stays[id] else { throw .unknownStay(id) }
        return stay
    }

    private func stays(in room: RoomNumber) throws(StayFault) -> [Stay] {
        _ = try known(room)
        let stays = house.stays(in: room)
        guard !stays.isEmpty else { throw .nobodyStays(room) }
        return stays
    }

    func check(_ guests: [Guest]) throws(StayFault) {
        guard guests.count <= Stay.guestsMax else { throw .tooManyGuests(guests.count, countMax: Stay.guestsMax) }
        for guest in guests {
            for text in [guest.firstName, guest.lastName].compactMap({ $0 }) {
                guard isSound(text, Self.nameLengthMax) else { throw .badGuest(text) }
            }
            for text in [guest.title, guest.number].compactMap({ $0 }) {
                guard isSound(text, Self.shortLengthMax) else { throw .tooLong(text) }
            }
            guard !guest.lastName.isEmpty else { throw .badGuest("") }
            if let language = guest.language,
                language.utf8.count != 2 || !language.allSatisfy({ ("a"..."z").contains($0) })
            {
                throw .notALanguage(language)
            }
        }
    }

    func check(reservation: String?) throws(StayFault) {
        if let reservation, !isSound(reservation, Self.shortLengthMax) { throw .tooLong(reservation) }
    }

    private func isSound(_ text: String, _ lengthMax: Int) -> Bool {
        text.unicodeScalars.count <= lengthMax && !text.unicodeScalars.contains(where: \.isControl)
    }

    /// The decision with the states of the rooms that it changes, before everything else that phones do.
    func withStates(_ decision: StayDecision, _ rooms: [RoomNumber]) -> StayDecision {
        var after = house
        for change in decision.changes { after.fold(change) }
        let states = Set(rooms).sorted().compactMap { room -> TelephonyEffect? in
            guard let state = after.state(of: room), state != house.state(of: room) else { return nil }
            return .state(state)
        }
        var decision = decision
        decision.effects = states + decision.effects
        return decision
    }
}
