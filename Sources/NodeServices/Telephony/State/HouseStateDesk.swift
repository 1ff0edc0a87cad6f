import AsteriskText
import HotelLogic
import Logging
import Ports
import Vocabulary

/// What the service of the house's state knows between looks: what the tables say, and what Asterisk's database holds.
struct HouseStateDesk {
    /// How often the tables are read though nothing tells of a change: an item that is switched off tells of none.
    static let readEvery = Duration.seconds(2)
    /// How often the whole of Asterisk's database is compared, against hands that reach into it.
    static let compareEvery = Duration.seconds(60)

    /// Whatever moves when rows come, from here or from the peer.
    private struct Mark: Equatable {
        let head: FeedPosition
        let settled: FeedPosition
        let applied: UInt64
    }

    private let service: HouseStateService
    private var rows: HouseStateRows?
    private var mark: Mark?
    private var readAgainAt = Instant(nanoseconds: 0)
    /// What Asterisk's database holds of the state; nil where it has to be asked.
    private var present: [StateKey: String]?
    private var compareAgainAt = Instant(nanoseconds: 0)

    private var board: NodeBoard { service.board }

    init(service: HouseStateService) { self.service = service }

    /// Does what is to be done now.
    ///
    /// - Parameter isNew: Asterisk was away since the last look, and may have forgotten what it was told.
    mutating func look(asteriskIsNew isNew: Bool) async {
        await read()
        if isNew || service.clock.now() >= compareAgainAt { present = nil }
        guard service.asterisk.situation == .running else {
            present = nil
            return
        }
        guard let rows, let owner = board.read({ $0.scopes.first { $0.scope == .guest }?.owner }) else { return }
        do {
            try await bring(StateEntries(HouseState(rows, guestOwner: owner)).values)
            board.warn("room-state", nil)
        } catch {
            present = nil
            guard service.asterisk.situation == .running else { return }
            board.warn("room-state", "Asterisk was not told of every change in rooms: \(error.words)")
        }
    }

    /// Reads the tables where something moved. While the database is away what was read last holds.
    private mutating func read() async {
        let now = service.clock.now()
        let mark = board.read { content in
            Mark(
                head: content.feed.head, settled: content.feed.settled,
                applied: content.standings.values.reduce(0) { $0 &+ $1.rowsApplied })
        }
        guard mark != self.mark || now >= readAgainAt else { return }
        do {
            let rows = try await service.store.houseState()
            self.rows = rows
            board.change { $0.languages = HouseLanguages(rows) }
            self.mark = mark
            readAgainAt = now + Self.readEvery
        } catch {
            service.logger.debug("the state of the house was not read: \(error)")
        }
    }

    /// Brings Asterisk's database to the state that is wanted.
    private mutating func bring(_ wanted: [StateKey: String]) async throws(AsteriskFailure) {
        let held: [StateKey: String]
        if let present {
            held = present
        } else {
            held = try await ask()
            compareAgainAt = service.clock.now() + Self.compareEvery
        }
        let difference = StateDifference(from: held, to: wanted)
        // Should anything fail half-way, Asterisk is asked again.
        present = nil
        try await service.asterisk.put(difference.puts.map { AsteriskEntry($0.key, value: $0.value) })
        for key in difference.removals {
            try await service.asterisk.remove(family: key.family, key: key.key)
        }
        present = wanted
    }

    private func ask() async throws(AsteriskFailure) -> [StateKey: String] {
        var held: [StateKey: String] = [:]
        for family in StateKey.pushedFamilies {
            for entry in try await service.asterisk.entries(family: family) {
                if let key = StateKey(pushedFamily: entry.family, key: entry.key) { held[key] = entry.value }
            }
        }
        return held
    }
}
