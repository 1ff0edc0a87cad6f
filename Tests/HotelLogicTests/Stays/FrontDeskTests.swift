import HotelLogic
import Testing
import Vocabulary

/// Both desks over one house: the wake-ups that follow from a stay.
@Suite struct FrontDeskTests {
    private var house: GuestHouse
    private var book = WakeUpBook()
    private var nextStay: UInt64 = 1
    private var nextWakeUp: UInt64 = 1
    private let now: WallTime
    private let room, other: RoomNumber
    private let anna = Author(.desk, "Anna")

    init() throws {
        now = try Berlin.at("2026-11-26 20:00")
        (room, other) = (try RoomNumber("101"), try RoomNumber("102"))
        house = GuestHouse(rooms: [
            room: GuestRoom(numbers: [try ExtensionNumber("1101")]),
            other: GuestRoom(numbers: [try ExtensionNumber("1102")]),
        ])
    }

    private var desk: FrontDesk {
        FrontDesk(
            node: .secondary, epoch: .first(of: .guest), zone: Berlin.zone, house: house, book: book,
            nextStay: nextStay, nextWakeUp: nextWakeUp)
    }

    @discardableResult
    private mutating func ask(_ request: StayRequest) throws -> GuestDecision {
        let decision = try desk.decide(request, by: anna, at: now)
        nextStay += 1
        return fold(decision)
    }

    @discardableResult
    private mutating func wake(_ room: RoomNumber, _ time: String) throws -> GuestDecision {
        let decision = try desk.decide(
            .set([room], WakeUpWish(at: [try TimeOfDay(time)])), by: anna, at: now)
        nextWakeUp += 1
        return fold(decision)
    }

    private mutating func fold(_ decision: GuestDecision) -> GuestDecision {
        for change in decision.stay.changes { house.fold(change) }
        for event in decision.wakeUps.events { book.fold(event) }
        return decision
    }

    private func checkIn(_ room: RoomNumber, isSharing: Bool = false) -> StayRequest {
        .checkIn(room, [], reservation: nil, departsOn: nil, isSharing: isSharing)
    }

    @Test mutating func `a move takes wake-ups along, a check-out ends them, both by the same author`() throws {
        let stay = try #require(try ask(checkIn(room)).stay.stay)
        try wake(room, "07:00")
        let move = try ask(.move(stay, to: other, isSharing: false))
        #expect(move.wakeUps.events.map(\.author) == [anna] && move.wakeUps.events.map(\.at) == [now])
        #expect(book.active(in: other).count == 1 && book.active(in: room).isEmpty)
        let gone = try ask(.checkOut(stay))
        #expect(gone.wakeUps.events.count == 1 && book.active.isEmpty)
    }

    @Test mutating func `of those who share a room the heir keeps the wake-ups`() throws {
        let first = try #require(try ask(checkIn(room)).stay.stay)
        let second = try #require(try ask(checkIn(room, isSharing: true)).stay.stay)
        try wake(room, "07:00")
        #expect(book.active.first?.place?.stay == second)
        try ask(.checkOut(second))
        #expect(book.active.first?.place?.stay == first)
        try ask(.checkOutRoom(room))
        #expect(book.active.isEmpty)
    }

    @Test mutating func `what somebody left behind in an empty room is not taken for the guest's who moves in`() throws
    {
        let stay = try #require(try ask(checkIn(room)).stay.stay)
        try wake(room, "07:00")
        let stale = WakeUpID(node: .primary, number: 9)
        let plan = WakeUpPlan(try Berlin.once("2026-11-27 05:00"))
        book.fold(
            WakeUpEvent(
                .edited(WakeUp(stale).edit(.set(plan, WakeUpPlace(other)), by: .primary)), room: other, node: .primary,
                epoch: .first(of: .guest), at: now))
        let move = try ask(.move(stay, to: other, isSharing: false))
        #expect(move.wakeUps.events.count == 2)
        #expect(book[stale]?.isCancelled == true)
        #expect(book.active(in: other).map(\.id) == [WakeUpID(node: .secondary, number: 1)])
    }

    @Test mutating func `what is refused decides nothing about wake-ups`() throws {
        try ask(checkIn(room))
        #expect(throws: StayFault.self) { try desk.decide(checkIn(room), by: anna, at: now) }
        #expect(try desk.decide(.setDoNotDisturb(room, true), by: anna, at: now).wakeUps.events.isEmpty)
    }
}
