import HotelLogic
import Ports
import Vocabulary

/// What people must see to, in words, by the topics of the board's warnings.
extension RingingDesk {
    func troubles(at now: Instant, wall: WallTime) -> [String: String?] {
        [
            "wake-ups-clock": clockTrouble(at: now, wall: wall), "wake-ups-desk": trouble,
            "wake-ups-ledger": keepTrouble(at: now), "wake-ups-unread": readTrouble(at: now),
        ]
    }

    /// Whom the desk's calls go to: the phones of the number that the settings name or, where none of them rings,
    /// those that answer for the house.
    var deskNumbers: [ExtensionNumber] {
        guard let phones else { return settings.deskNumber.map { [$0] } ?? [] }
        let named = settings.deskNumber.map(phones.phones(ringingFor:)) ?? []
        return named.isEmpty ? phones.desk : named
    }

    /// What keeps the desk from being told, in words.
    private var trouble: String? {
        if let number = settings.deskNumber, let phones, phones.phones(ringingFor: number).isEmpty {
            return "no phone rings for \(number), the extension of wake_ups.desk_extension: it is unknown or switched "
                + "off; name another, or none for the desk's own phones"
                + (phones.desk.isEmpty ? "" : ", which are called meanwhile")
        }
        guard bell.isWaiting, deskNumbers.isEmpty else { return nil }
        return "no phone at the desk can be told of wake-ups that woke nobody; name one: "
            + "comxfailover telephony-settings edit --desk NUMBER"
    }

    /// What keeps this node from waking anybody since it was started, in words.
    private func readTrouble(at now: Instant) -> String? {
        guard machine == nil, let unreadSince, now - unreadSince >= Self.readPatience else { return nil }
        return "nobody is woken by this node: its database was not reached since it was started; it is asked again, "
            + "and what is due rings as soon as it answers"
    }

    /// What keeps the outcomes of wake-ups off the disk, in words. A database that is away for a moment is none.
    private func keepTrouble(at now: Instant) -> String? {
        guard let unkept else { return nil }
        switch unkept.failure {
        case .database: break
        case .notOwner, .retry, .unavailable: guard now - unkept.since >= Self.keepPatience else { return nil }
        }
        return "what happens to wake-ups is in memory alone, and lost should this daemon end: \(unkept.failure.words)"
    }

    /// That a clock is not trusted, and what helps.
    private func clockTrouble(at now: Instant, wall: WallTime) -> String? {
        guard let (from, until) = machine?.clockHold else { return nil }
        let end = WallTime(microseconds: wall.rawValue + (until - now).nanoseconds / 1_000)
        let zone = settings.zone
        return "the clock is ahead of \(zone.localTime(at: from)), which it should show: what is due by it alone waits "
            + "until \(zone.localTime(at: end)); where it is right: comxfailover wakeups confirm-clock"
    }
}
