import Vocabulary

extension HouseState {
    /// The state that the tables come to.
    ///
    /// Only what exists has a state: a room that is not in use, an extension that is gone, a row that is no sound value
    /// leaves none. Of two stays in one room the newer counts, as on the day of a change.
    package init(_ rows: HouseStateRows, guestOwner: Mode) {
        let stays = Dictionary(rows.stays.map { ($0.room, $0) }) { _, newer in newer }
        let undisturbed = Set(rows.undisturbedRooms)
        let rooms = Set(rows.rooms).compactMap { text -> RoomState? in
            guard let room = try? RoomNumber(text) else { return nil }
            let stay = stays[text]
            return RoomState(
                room: room, name: stay?.shownName,
                classOfService: Self.classOfService(rows.calling[text], isLet: stay != nil, standard: rows.guestClass),
                hasDoNotDisturb: undisturbed.contains(text), isBoxOpen: stay != nil)
        }
        let staff = Set(rows.staff)
        let numbers = staff.union(rows.guests)
        self.init(
            rooms: rooms.sorted { $0.room < $1.room },
            undisturbed: Set(rows.undisturbed).intersection(staff).compactMap { try? ExtensionNumber($0) }.sorted(),
            forwardings: rows.forwardings.filter { numbers.contains($0.number) }.compactMap(\.forwarding),
            guestOwner: guestOwner)
    }

    /// A room that somebody closed is closed, let or not; a class that somebody chose holds; a room that is let has the
    /// guests' class, and one that is not has none of its own.
    private static func classOfService(_ calling: HouseStateRows.Calling?, isLet: Bool, standard: Int) -> Int? {
        guard calling?.isOpen != false else { return 0 }
        return calling?.classOfService ?? (isLet ? standard : nil)
    }
}

extension HouseStateRows.Stay {
    /// The guest as the staff's phones show one.
    fileprivate var shownName: String? {
        Guest.shownName(title: title, firstName: firstName, lastName: lastName)
    }
}

extension HouseStateRows.Forwarding {
    /// nil where a phone could not dial the target.
    fileprivate var forwarding: HouseState.Forwarding? {
        guard let number = try? ExtensionNumber(number), let occasion = ForwardingOccasion(rawValue: occasion),
            !target.isEmpty, target.allSatisfy({ "0123456789*#+".contains($0) })
        else { return nil }
        return HouseState.Forwarding(number: number, occasion: occasion, target: target)
    }
}
