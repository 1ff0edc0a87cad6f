import Ports
import ReplicaLogic
import Vocabulary

/// What the family service knows between looks.
struct FamilyDesk {
    /// A look at a family costs Asterisk about this much time of the clock's for each of its entries, and no more than
    /// this, before the next one.
    private static let pausePerEntry = Duration.milliseconds(5)
    private static let pauseMax = Duration.seconds(30)

    private let service: FamilyService
    /// The families whose tables were made.
    private var arranged: Set<AsteriskFamily>?
    private var watches: [AsteriskFamily: FamilyWatch] = [:]
    /// The situation in which Asterisk was last found; one that was started anew is looked at whole.
    private var wasRunning = false

    init(service: FamilyService) { self.service = service }

    /// Looks at every family that is due.
    mutating func look() async {
        let items = service.board.read(\.items)
        let families = Self.families(of: items)
        guard await arrange(Set(families.keys)) else { return }
        let isRunning = service.asterisk.situation == .running
        defer { wasRunning = isRunning }
        guard isRunning else { return }
        if !wasRunning { watches = [:] }
        for (family, item) in families.sorted(by: { $0.key < $1.key }) where item.isEnabled {
            await look(at: family, of: item)
        }
    }

    /// The families that items name; one that is never copied is none of them, whatever the catalogue says.
    static func families(of items: [ItemDefinition]) -> [AsteriskFamily: ItemDefinition] {
        var families: [AsteriskFamily: ItemDefinition] = [:]
        for item in items {
            for table in item.tables { if let family = AsteriskFamily(table: table.name) { families[family] = item } }
        }
        return families
    }

    private mutating func arrange(_ families: Set<AsteriskFamily>) async -> Bool {
        guard families != arranged else { return true }
        do {
            try await service.store.arrange(families)
        } catch {
            service.board.warn("astdb", "the tables of Asterisk's families cannot be made: \(error.words)")
            return false
        }
        service.board.warn("astdb", nil)
        for gone in (arranged ?? []).subtracting(families) { service.board.warn(Self.topic(gone), nil) }
        // Capture could not be put on a table that was not there.
        if !families.subtracting(arranged ?? []).isEmpty { service.board.sourceWanted.ring() }
        arranged = families
        return true
    }

    private mutating func look(at family: AsteriskFamily, of item: ItemDefinition) async {
        var watch = watches[family] ?? FamilyWatch()
        do throws(TelephonyFailure) {
            let stamp = try await service.store.stamp(of: family)
            let now = service.clock.now()
            guard stamp != watch.stamp || now >= watch.dueAt else { return }
            let round = FamilyRound(service: service, family: family, item: item)
            let outcome = try await round.run()
            // A table that this look has changed has another stamp now; the next look takes it.
            watch.stamp = stamp
            watch.dueAt = now + min(Self.pausePerEntry * outcome.entries, Self.pauseMax)
            service.board.warn(Self.topic(family), outcome.trouble)
        } catch {
            service.board.warn(Self.topic(family), "family \(family) of Asterisk's database: \(error.words)")
        }
        watches[family] = watch
    }

    private static func topic(_ family: AsteriskFamily) -> String { "astdb \(family)" }
}
