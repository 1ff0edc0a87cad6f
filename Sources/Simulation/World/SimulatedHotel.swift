import HotelLogic
import Vocabulary

/// The house whose guests are woken: its rooms and phones, its clocks, and what is agreed about ringing.
struct SimulatedHotel {
    static let roomsCount = 10
    /// When every simulated life begins, for who knows the true time.
    static let begin = WallTime(microseconds: 1_790_000_000_000_000)

    let zone: ZoneRules
    let settings: RingingSettings
    let rooms: [RoomNumber]
    let phones: [RoomNumber: [ExtensionNumber]]
    /// Where each phone is registered; nil is nowhere.
    var registrations: [ExtensionNumber: Mode?] = [:]
    /// Rooms whose phones are unplugged.
    var unplugged: Set<RoomNumber> = []

    init(_ random: inout SeededGenerator) {
        zone = Self.zone(&random)
        settings = Self.settings(&random)
        var rooms: [RoomNumber] = []
        var phones: [RoomNumber: [ExtensionNumber]] = [:]
        for index in 0..<Self.roomsCount {
            guard let room = try? RoomNumber("\(101 + index)") else { continue }
            rooms.append(room)
            phones[room] = (0...(index % 2)).compactMap { try? ExtensionNumber("1\(101 + index)\($0)") }
        }
        self.rooms = rooms
        self.phones = phones
        for number in phones.values.joined() { registrations[number] = .secondary }
    }

    /// Midnight often falls into a life, and clocks are set forward or back in it.
    private static func zone(_ random: inout SeededGenerator) -> ZoneRules {
        let second = begin.rawValue / 1_000_000
        let offset = random.chance(perMille: 400) ? 86_400 - Int(second % 86_400) - 10 - random.below(25) : 3_600
        let near = offset > 43_200 ? offset - 86_400 : offset
        guard random.chance(perMille: 400) else {
            return ZoneRules(name: "Simulated/Quiet", firstOffsetSeconds: near, changes: [])
        }
        let step = [-3_600, 3_600, -20, 20, 1_800][random.below(5)]
        let change = ZoneRules.Change(second: second + Int64(random.below(35)), offsetSeconds: near + step)
        return ZoneRules(name: "Simulated/Changing", firstOffsetSeconds: near, changes: [change])
    }

    /// The product's ways with shorter times, so that an occurrence has its whole life within one of the pair.
    private static func settings(_ random: inout SeededGenerator) -> RingingSettings {
        var settings = RingingSettings()
        settings.interval = .seconds(4)
        settings.ringTime = .seconds(3)
        settings.attemptMargin = .seconds(2)
        settings.grace = .seconds(8)
        settings.lateness = .seconds(30)
        settings.latenessWithPeer = .seconds(90)
        settings.lateWarning = .seconds(8)
        settings.catchUpMax = .seconds(12)
        settings.bootWait = .seconds(5)
        settings.jumpHold = .seconds(8)
        settings.deskInterval = .seconds(3)
        settings.unreachableWait = .seconds(2)
        settings.unreachableWaitMax = .seconds(6)
        settings.confirmWait = .seconds(3)
        settings.hearsayMax = .seconds(5)
        settings.callsPerSecond = 4
        settings.snoozesMax = 1
        settings.snoozeMinutes = random.chance(perMille: 300) ? ["1": 1] : [:]
        settings.confirmKey = random.chance(perMille: 300) ? "0" : nil
        return settings
    }

    /// Everybody is in their room, for as long as anybody wants to be woken.
    var house: WakeUpHouse {
        WakeUpHouse(
            phones.mapValues { numbers in
                WakeUpHouse.Room(numbers: numbers, stay: StayID(node: .secondary, number: 1))
            })
    }
}
