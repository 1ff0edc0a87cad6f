import HotelLogic
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// Calls go out at the pace that the settings say, whatever held them up before.
@Suite struct CallDoorTests {
    private static let perSecond = 20
    private let start = Instant(nanoseconds: 1_000_000_000)

    private func name(_ room: Int) -> WakeUpCallName {
        WakeUpCallName(.desk(UInt64(room)), number: ExtensionNumber(literal: "101"), run: BootID(rawValue: 7))
    }

    private func door(waiting count: Int) -> CallDoor {
        var door = CallDoor(perSecond: Self.perSecond, at: start)
        for room in 0..<count { door.wait(name(room), order(room)) }
        return door
    }

    private func order(_ room: Int) -> OriginateOrder {
        OriginateOrder(
            channel: "Local/101@wake-up-ring/n", callID: name(room).description, context: "wake-up",
            extensionNumber: "call", callerID: "Wake-up", variables: [], ringTime: .seconds(45))
    }

    /// How many go out in each tenth of a second of so many, where Asterisk makes them at once, or not at all.
    private func opened(_ door: inout CallDoor, tenths: Int, isStuck: Bool = false) -> [Int] {
        (1...tenths).map { tenth in
            let out = door.open(isThere: true, at: start + .milliseconds(100 * tenth))
            for case .call(let name, _) in out where !isStuck { door.began(name) }
            return out.count
        }
    }

    @Test func `what piled up goes out at the pace, in its order, and all of it`() {
        var door = door(waiting: 60)
        let first = door.open(isThere: true, at: start)
        #expect(first.count == Self.perSecond / 4)
        for case .call(let name, _) in first { door.began(name) }
        #expect(first == (0..<5).map { .call(name($0), order($0)) })
        let counts = opened(&door, tenths: 30)
        #expect(counts.max() == 2 && counts.reduce(5, +) == 60)
    }

    @Test func `an Asterisk that makes no calls is asked for few more, and they do not come all at once`() {
        var door = door(waiting: 60)
        #expect(opened(&door, tenths: 9, isStuck: true).reduce(0, +) == Self.perSecond / 2)
        let counts = opened(&door, tenths: 30).dropFirst(9)
        #expect(counts.reduce(0, +) > 0, "one that shows nothing of its calls for a second holds up no other")
        #expect(counts.allSatisfy { $0 <= Self.perSecond / 4 })
    }

    @Test func `a call that is taken back before it went out never does`() {
        var door = door(waiting: 6)
        #expect(door.open(isThere: true, at: start).count == 5)
        #expect(door.takeBack(name(5)) && !door.takeBack(name(5)) && !door.takeBack(name(0)))
        #expect(door.open(isThere: true, at: start + .seconds(2)).isEmpty)
    }

    @Test func `what waited for too long is taken back, and what Asterisk lost is forgotten`() {
        var door = door(waiting: 12)
        #expect(door.open(isThere: false, at: start).isEmpty)
        door.wait(name(12), order(12))
        let later = start + CallDoor.waitMax
        #expect(door.open(isThere: false, at: later).isEmpty)
        #expect(door.takeBack(olderThan: CallDoor.waitMax, at: later) == (0..<12).map(name))
        #expect(door.open(isThere: true, at: later) == [.call(name(12), order(12))])
        door.wait(name(13), order(13))
        door.interrupted()
        #expect(door.open(isThere: true, at: later + .seconds(1)).isEmpty)
    }
}
