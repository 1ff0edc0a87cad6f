import HotelLogic
import Ports
import ReplicaLogic
import TestSupport
import Testing
import Vocabulary

@testable import NodeServices

/// The guest desk of a running node, over guests in memory.
struct GuestDeskTests {
    private let scene = PairScene()
    private let store = MemoryGuestStore()
    private let room, other: RoomNumber
    private let author = Author(.desk, "Anna")

    init() throws {
        let (one, two) = (try RoomNumber("101"), try RoomNumber("102"))
        (room, other) = (one, two)
        let (first, second) = (try ExtensionNumber("1101"), try ExtensionNumber("1102"))
        store.withState { state in
            state.reading.house = GuestHouse(
                rooms: [one: GuestRoom(numbers: [first]), two: GuestRoom(numbers: [second])], classes: [1, 2, 3])
        }
        scene.secondary.board.change { $0.isPrepared = true }
        scene.pass(.seconds(5))
    }

    private func desk(
        hasPeer: Bool = true, acceptsWakeUps: Bool = false, kept: @escaping @Sendable (GuestOutcome) -> Void = { _ in }
    ) -> GuestDesk {
        var settings = GuestDeskSettings()
        settings.acceptsWakeUps = acceptsWakeUps
        return GuestDesk(
            store: store, board: scene.secondary.board, clock: scene.clock, zone: .utc, hasPeer: hasPeer,
            settings: settings, kept: kept)
    }

    private func checkIn(_ room: RoomNumber) -> StayRequest {
        .checkIn(room, [Guest(lastName: "Lee")], reservation: nil, departsOn: nil, isSharing: false)
    }

    /// The Primary has read this node's feed that far.
    ///
    /// - Parameter others: how far it has read what is not of guests; nil is as far.
    private func acknowledge(_ position: UInt64, others: UInt64? = nil) {
        scene.primary.board.change { content in
            content.peerMemory = FeedMemory(
                incarnation: Incarnation(rawValue: 2), head: FeedPosition(rawValue: position))
            content.acknowledged = FeedPosition(rawValue: others ?? position)
            content.guestsAcknowledged = FeedPosition(rawValue: position)
        }
        scene.pass(.seconds(1))
    }

    /// What is known of this node's own feed, in the life that the Primary reads.
    private func feed(suspectAbove: FeedPosition? = nil, gaps: [NumberGap] = []) {
        scene.secondary.board.change { content in
            content.feed.life = FeedLife(
                memory: FeedMemory(incarnation: Incarnation(rawValue: 2), head: FeedPosition(rawValue: 200)),
                superseded: nil, suspectAbove: suspectAbove, gaps: gaps)
        }
    }

    /// Nothing comes from the Primary any more.
    private func silence() {
        for _ in 0..<400 {
            scene.clock.advance(by: .milliseconds(50))
            scene.secondary.desk.take(.tick)
        }
    }

    // MARK: Safety

    @Test func `what the peer has read is safe on both`() async throws {
        acknowledge(1)
        let receipt = try await desk().change(checkIn(room), by: author)
        #expect(receipt.safety == .both && receipt.safety.words == "safe on both")
        #expect(receipt.stay?.description == "S1" && receipt.isChanged)
        #expect(receipt.rooms.map(\.name) == ["Lee"])
    }

    @Test func `what the peer has not read in time is here only, and the reason is told`() async throws {
        let late = try await desk().change(checkIn(room), by: author)
        #expect(late.safety == .here("the Primary has not confirmed it yet"))
        store.withState { $0.isCaptured = false }
        let uncopied = try await desk().change(checkIn(other), by: author)
        #expect(uncopied.safety.words == "here only: it is not copied; see: comxfailover coverage")
        let alone = try await desk(hasPeer: false).change(.setDoNotDisturb(room, true), by: author)
        #expect(alone.safety == .here("this node has no peer"))
    }

    @Test func `a peer that is not heard is not waited for`() async throws {
        acknowledge(0)
        silence()
        let before = scene.clock.now()
        let receipt = try await desk().change(checkIn(room), by: author)
        #expect(receipt.safety == .here("the Primary is not heard"))
        #expect(scene.clock.now() == before)
    }

    @Test func `what the peer read of a former life of the feed counts for nothing`() async throws {
        acknowledge(100)
        scene.secondary.board.change { content in
            content.feed.began(
                FeedLife(
                    memory: FeedMemory(incarnation: Incarnation(rawValue: 99), head: .start), superseded: nil,
                    suspectAbove: nil))
        }
        let receipt = try await desk().change(checkIn(room), by: author)
        #expect(!receipt.safety.isOnBoth)
    }

    @Test func `an item of something else that stands still keeps nobody in doubt about the guests`() async throws {
        acknowledge(1, others: 0)
        #expect(try await desk().change(checkIn(room), by: author).safety == .both)
        acknowledge(1, others: 500)
        #expect(try await !desk().change(checkIn(other), by: author).safety.isOnBoth)
    }

    @Test func `while a comparison with the peer's memory is open, what it says it read proves nothing`() async throws {
        acknowledge(100)
        let gap = NumberGap(
            after: FeedPosition(rawValue: 10), drawn: FeedPosition(rawValue: 12), until: FeedPosition(rawValue: 90))
        feed(gaps: [gap])
        #expect(try await !desk().change(.setDoNotDisturb(room, true), by: author).safety.isOnBoth)
        feed()
        scene.secondary.board.change { $0.lostFeed = FeedMemory(incarnation: Incarnation(rawValue: 2), head: .start) }
        #expect(try await !desk().change(.setDoNotDisturb(room, false), by: author).safety.isOnBoth)
        scene.secondary.board.change { $0.lostFeed = nil }
        scene.secondary.board.change { $0.feed.owesSkip = true }
        #expect(try await !desk().change(.setDoNotDisturb(room, true), by: author).safety.isOnBoth)
        scene.secondary.board.change { $0.feed.owesSkip = false }
        #expect(try await desk().change(.setDoNotDisturb(room, false), by: author).safety == .both)
    }

    @Test func `a database that says itself that it may be an older image is believed before the daemon knows`()
        async throws
    {
        acknowledge(100)
        store.withState { $0.reading.isCertain = false }
        #expect(try await !desk().change(checkIn(room), by: author).safety.isOnBoth)
        store.withState { $0.reading.isCertain = true }
        #expect(try await desk().change(checkIn(other), by: author).safety == .both)
    }

    @Test func `what was written before the database was reached anew is not safe by what the peer read since`()
        async throws
    {
        acknowledge(100)
        let board = scene.secondary.board
        let life = FeedLife(
            memory: FeedMemory(incarnation: Incarnation(rawValue: 2), head: FeedPosition(rawValue: 200)),
            superseded: nil, suspectAbove: nil)
        let overtaken = desk { _ in _ = board.change { $0.feed.reached(life, at: Instant(nanoseconds: 1)) } }
        let receipt = try await overtaken.change(checkIn(room), by: author)
        #expect(receipt.safety == .here("this node's database was away meanwhile; look whether it still has it"))
        let wakeUp = try await overtaken.change(.set([room], WakeUpWish(at: [.midnight])), by: author)
        #expect(!wakeUp.safety.isOnBoth)
        #expect(try await desk().change(checkIn(other), by: author).safety == .both)
    }

    @Test func `what was so already is told, and is as safe as what was written before`() async throws {
        acknowledge(1)
        _ = try await desk().change(.setDoNotDisturb(room, true), by: author)
        let again = try await desk().change(.setDoNotDisturb(room, true), by: author)
        #expect(!again.isChanged && again.safety == .both)
    }

    // MARK: Who may write

    @Test func `on the node that does not own the guests everything is refused, with the seed's words for wake-ups`()
        async throws
    {
        store.withState { $0.reading.owner = .primary }
        let request = WakeUpRequest.set([room], WakeUpWish(at: [.midnight]))
        let heard = await #expect(throws: GuestFailure.self) { try await desk().change(request, by: author) }
        #expect(heard?.words(on: .wakeUps) == "the Primary owns the guests; ask the same there")
        silence()
        let down = await #expect(throws: GuestFailure.self) { try await desk().change(request, by: author) }
        let words = "new wake-ups cannot be set while the guest system, the Primary, is down; "
        #expect(down?.words(on: .wakeUps) == words + "those that are set ring here")
        await #expect(throws: GuestFailure.notOwner(.primary, isDown: true)) {
            try await desk().change(checkIn(room), by: author)
        }
    }

    @Test func `behind the barrier of a giveback nobody is told that a change is safe`() async throws {
        acknowledge(9)
        store.withState { $0.isBeingGivenBack = true }
        let heard = await #expect(throws: GuestFailure.self) { try await desk().change(checkIn(room), by: author) }
        let words = "they are being given back to the Primary; try again in a moment"
        #expect(heard?.words(on: .stays) == "the guests cannot be changed yet: " + words)
        #expect(store.withState { $0.kept.isEmpty })
    }

    @Test func `where the setting says so wake-ups are accepted while the owner is down, and only then`() async throws {
        acknowledge(0)
        _ = try await desk().change(checkIn(room), by: author)
        store.withState { $0.reading.owner = .primary }
        let request = WakeUpRequest.set([room], WakeUpWish(at: [.midnight]))
        await #expect(throws: GuestFailure.notOwner(.primary, isDown: false)) {
            try await desk(acceptsWakeUps: true).change(request, by: author)
        }
        silence()
        let receipt = try await desk(acceptsWakeUps: true).change(request, by: author)
        #expect(receipt.lines.map(\.outcome) == [.set])
        await #expect(throws: GuestFailure.notOwner(.primary, isDown: true)) {
            try await desk(acceptsWakeUps: true).change(.setDoNotDisturb(room, true), by: author)
        }
    }

    @Test func `a node that is not ready, or takes back what it lost, decides nothing`() async throws {
        scene.secondary.board.change { $0.isPrepared = false }
        await #expect(throws: GuestFailure.self) { try await desk().change(checkIn(room), by: author) }
        scene.secondary.board.change { content in
            content.isPrepared = true
            content.feed.began(
                FeedLife(
                    memory: FeedMemory(incarnation: Incarnation(rawValue: 9), head: .start), superseded: nil,
                    suspectAbove: .start))
        }
        let failure = await #expect(throws: GuestFailure.self) { try await desk().change(checkIn(room), by: author) }
        #expect(failure?.words(on: .stays).contains("taking back what it lost") == true)
    }

    // MARK: What follows

    @Test func `telephones are told of what changed, and of a lamp that is lit again`() async throws {
        acknowledge(9)
        let (told, tell) = AsyncStream<GuestOutcome>.makeStream()
        let desk = desk { tell.yield($0) }
        _ = try await desk.change(.setLamp(room, MessageLamp(isOn: true, waiting: 1)), by: author)
        _ = try await desk.change(.setLamp(room, MessageLamp(isOn: true, waiting: 1)), by: author)
        _ = try await desk.change(.setDoNotDisturb(room, false), by: author)
        tell.finish()
        var effects: [TelephonyEffect] = []
        for await outcome in told { effects += outcome.decision.stay.effects }
        #expect(effects == [.lamp(room, isOn: true), .lamp(room, isOn: true)])
    }

    @Test func `wake-ups follow their guests, and the receipt says so`() async throws {
        acknowledge(9)
        let desk = desk()
        let stay = try #require(try await desk.change(checkIn(room), by: author).stay)
        _ = try await desk.change(.set([room], WakeUpWish(at: [.midnight])), by: author)
        let moved = try await desk.change(.move(stay, to: other, isSharing: false), by: author)
        #expect(moved.wakeUps.map(\.outcome) == [.moved] && moved.rooms.map(\.room) == [room, other])
        #expect(try await desk.wakeUps(WakeUpQuery()).lines.map(\.room) == [other])
        let gone = try await desk.change(.checkOut(stay), by: author)
        #expect(gone.wakeUps.map(\.outcome) == [.cancelled])
        #expect(try await desk.wakeUps(WakeUpQuery()).lines.isEmpty)
        #expect(try await desk.wakeUps(WakeUpQuery(includesOver: true)).lines.map(\.state) == [.cancelled])
    }

    @Test func `who is overtaken decides anew, but not for ever`() async throws {
        store.withState { $0.failure = .overtaken(words: "Deadlock found") }
        await #expect(throws: GuestFailure.overtaken(words: "Deadlock found")) {
            try await desk().change(checkIn(room), by: author)
        }
        #expect(store.withState { $0.timesAsked } == GuestDesk.triesMax)
    }

    @Test func `a copy says whose it is and how old`() async throws {
        #expect(try await desk().rooms().isCopy == false)
        store.withState { $0.reading.owner = .primary }
        let list = try await desk().stays(in: nil)
        #expect(list.isCopy && list.owner == .primary && list.ageSeconds == nil)
    }
}
