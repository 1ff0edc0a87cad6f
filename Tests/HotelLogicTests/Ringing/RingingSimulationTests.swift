import HotelLogic
import Testing
import Vocabulary

/// Two machines over a bad line, with crashes, from a seed: whatever happens, nobody is forgotten.
@Suite struct RingingSimulationTests {
    private static let minute = 60 * RingingWorld.stepsPerSecond
    private static let seeds: ClosedRange<UInt64> = 1...60

    private static var settings: RingingSettings {
        var settings = RingingSettings()
        settings.interval = .seconds(40)
        settings.ringTime = .seconds(20)
        settings.grace = .seconds(15)
        settings.lateness = .seconds(240)
        settings.lateWarning = .seconds(60)
        settings.callsPerSecond = 4
        return settings
    }

    @Test(arguments: seeds)
    func `every wake-up ends answered or told to the desk, and none is rung twice by nodes that see each other`(
        seed: UInt64
    ) throws {
        var world = RingingWorld(seed: seed, settings: Self.settings, start: try Berlin.at("2026-11-26 06:58"))
        let wakeUps = try Self.wakeUps(&world)
        for _ in 0..<8 * Self.minute {
            world.disturb()
            world.advance()
        }
        world.heal()
        for _ in 0..<9 where !world.isQuiet(wakeUps) {
            for _ in 0..<Self.minute { world.advance() }
        }

        #expect(world.violations == [], "seed \(seed)")
        let primary = try #require(world.nodes[.primary]), secondary = try #require(world.nodes[.secondary])
        #expect(primary.onDisk == secondary.onDisk, "seed \(seed): both ledgers are equal in the end")
        #expect(WakeUpBook(primary.disk) == WakeUpBook(secondary.disk), "in whatever order their lines came")
        let book = WakeUpBook(primary.disk)
        for occurrence in wakeUps {
            let record = book.record(of: occurrence)
            #expect(record.isEnded, "seed \(seed): \(occurrence) is still open")
            #expect(record.isAnswered || world.told.contains(occurrence), "seed \(seed): nobody knows of \(occurrence)")
        }
    }

    /// A dozen rooms with one or two phones, due within some minutes; two rooms have two calls at once.
    private static func wakeUps(_ world: inout RingingWorld) throws -> [Occurrence] {
        var events: [WakeUpEvent] = []
        var phones: [RoomNumber: [ExtensionNumber]] = [:]
        var occurrences: [Occurrence] = []
        for index in 0..<12 {
            let room = try RoomNumber("\(101 + index % 10)")
            phones[room] = try (0...(index % 2)).map { try ExtensionNumber("\(1_001 + index % 10)\($0)") }
            let time = try #require(TimeOfDay(hour: 7, minute: world.numbers.below(7), second: 0))
            let date = try CalendarDate("2026-11-26")
            let wakeUp = WakeUp(WakeUpID(node: .secondary, number: UInt64(index + 1)))
            let edit = wakeUp.edit(.set(WakeUpPlan(WakeUpSchedule(time, on: date)), WakeUpPlace(room)), by: .secondary)
            events.append(
                WakeUpEvent(
                    .edited(edit), room: room, node: .secondary, epoch: .first(of: .guest), at: world.wall,
                    author: Author(.desk)))
            occurrences.append(Occurrence(wakeUp.id, edit.revision, on: date))
        }
        world.began(with: events, phones: phones)
        return occurrences
    }
}
