import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// Wake-ups of guests whom the other node, unseen, moved or checked out.
struct StrayWakeUpServiceTests {
    private let store = MemoryGuestStore()
    private let board = NodeBoard(mode: .secondary)
    private let clock = MemoryClock()
    private let room, other: RoomNumber
    private let guest = StayID(node: .secondary, number: 1)
    private let wakeUp = WakeUpID(node: .primary, number: 1)

    init() throws {
        (room, other) = (try RoomNumber("101"), try RoomNumber("205"))
        let schedule = WakeUpSchedule(try TimeOfDay("06:45"), on: try CalendarDate("2099-11-27"))
        let set = WakeUp(wakeUp).edit(.set(WakeUpPlan(schedule), WakeUpPlace(room, stay: guest)), by: .primary)
        let anHourAgo = WallTime(microseconds: clock.wallTime().rawValue - 3_600_000_000)
        store.withState { [room, other] in
            $0.reading.house.rooms = [
                room: GuestRoom(numbers: [ExtensionNumber(literal: "1101")]),
                other: GuestRoom(numbers: [ExtensionNumber(literal: "1205")]),
            ]
            $0.reading.book.fold(
                WakeUpEvent(.edited(set), room: room, node: .primary, epoch: .first(of: .guest), at: anHourAgo))
        }
        board.change {
            ($0.isPrepared, $0.isDatabaseUp) = (true, true)
            $0.scopes = [ScopeReport(scope: .guest, owner: .secondary, epoch: .first(of: .guest))]
        }
    }

    private var service: StrayWakeUpService {
        StrayWakeUpService(
            store: store, board: board, clock: clock, zone: .utc, logger: RunningService.quietLogger)
    }

    private var place: WakeUpPlace? { store.withState { $0.reading.book.active.first?.place } }

    private func arrive(_ number: UInt64, in room: RoomNumber, hoursAgo hours: Int64 = 0) {
        let stay = Stay(
            id: StayID(node: .secondary, number: number), room: room,
            arrivedAt: WallTime(microseconds: clock.wallTime().rawValue - hours * 3_600_000_000))
        store.withState { $0.reading.house.fold(.arrived(stay)) }
    }

    private var words: [String] { board.events.take().map(\.words) }

    @Test func `it rings where the guest has moved, and the desk is told`() async {
        arrive(1, in: other)
        await service.look()
        #expect(place == WakeUpPlace(other, stay: guest))
        #expect(words == ["wake-up P1 follows its guest from room 101 to room 205"])
        await service.look()
        #expect(store.withState { $0.kept.count } == 1, "it is where it belongs")
    }

    @Test func `it is cancelled where the guest has left, and the next guest sleeps`() async {
        store.withState { [guest, clock] in
            $0.ended[guest] = WallTime(microseconds: clock.wallTime().rawValue - 1)
        }
        arrive(2, in: room)
        await service.look()
        #expect(place == nil)
        #expect(words == ["wake-up P1 of room 101 is cancelled: its guest has left"])
    }

    @Test func `it is for who shared the room where the guest has left alone`() async {
        arrive(2, in: room)
        store.withState { [guest, clock] in $0.ended[guest] = clock.wallTime() }
        await service.look()
        #expect(place == WakeUpPlace(room, stay: StayID(node: .secondary, number: 2)))
        #expect(words == [Self.isForOthers])
    }

    private static let isForOthers =
        "wake-up P1 of room 101 is for who stays there now: it was set for a guest who is not there; ask"

    @Test(arguments: [true, false])
    func `who came before it was set is woken, though the other node took a former guest for who asked`(
        hasLeft: Bool
    ) async {
        if hasLeft {
            store.withState { [guest, clock] in
                $0.ended[guest] = WallTime(microseconds: clock.wallTime().rawValue - 3 * 3_600_000_000)
            }
        } else {
            arrive(1, in: other, hoursAgo: 50)
        }
        arrive(2, in: room, hoursAgo: 2)
        await service.look()
        #expect(place == WakeUpPlace(room, stay: StayID(node: .secondary, number: 2)))
        #expect(words == [Self.isForOthers])
    }

    @Test func `who shared the room from before stays asleep where the newer guest moves`() async {
        arrive(2, in: room, hoursAgo: 90)
        arrive(1, in: other, hoursAgo: 50)
        await service.look()
        #expect(place == WakeUpPlace(other, stay: guest))
    }

    @Test func `what the other node moved is not moved back, since the stay may be on its way`() async throws {
        arrive(1, in: room)
        let known = try #require(store.withState { $0.reading.book[wakeUp] })
        let moved = known.edit(.moved(WakeUpPlace(other, stay: guest)), by: .primary)
        store.withState { [other, clock] in
            $0.reading.book.fold(
                WakeUpEvent(
                    .edited(moved), room: other, node: .primary, epoch: .first(of: .guest), at: clock.wallTime()))
        }
        await service.look()
        #expect(place == WakeUpPlace(other, stay: guest) && words.isEmpty)
    }

    @Test func `a stay that is not known may still arrive, and only the owner acts`() async {
        await service.look()
        #expect(place == WakeUpPlace(room, stay: guest))
        arrive(1, in: other)
        store.withState { $0.reading.owner = .primary }
        await service.look()
        #expect(place == WakeUpPlace(room, stay: guest))
        #expect(words.isEmpty)
    }
}
