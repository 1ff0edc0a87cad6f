import AsteriskLink
import AsteriskTestKit
import AsteriskText
import HostSystem
import HotelLogic
import MariaTestKit
import NIOPosix
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

/// Wake-up calls in a real Asterisk, made as the daemon makes them: the causes are true, keys are told, and the call
/// goes on without whoever made it.
@Suite(.serialized, .throwawayServer) struct WakeUpCallTests {
    /// What the service's calls become, as its errand has them.
    private func order(_ number: String, _ id: String, context: String = "wake-up") -> OriginateOrder {
        OriginateOrder(
            channel: "Local/\(number)@wake-up-ring/n", callID: id, context: context, extensionNumber: "call",
            callerID: "Wake-up 101 <101>",
            variables: [
                AMIField("WAKE_CALL", id), AMIField("WAKE_RING", "6"), AMIField("WAKE_ZONE", "Europe/Berlin"),
                AMIField("WAKE_LANGUAGE", ""), AMIField("WAKE_CONFIRM", ""), AMIField("WAKE_KEYS", "1&2"),
                AMIField("WAKE_KEY_1", "5"), AMIField("WAKE_KEY_2", "35"), AMIField("WAKE_ROOMS", "101&A-7"),
            ], ringTime: .seconds(15))
    }

    /// Runs `body` with a session at the house's node.
    private func with(
        _ house: TestHouse, _ body: (AsteriskClient) async throws -> Void
    ) async throws {
        let place = house.node.place
        let client = AsteriskClient(
            endpoint: AsteriskEndpoint(
                host: place.host, port: Int(place.managerPort), user: AsteriskFiles.managerUser,
                secret: AsteriskFiles.managerSecret),
            group: MultiThreadedEventLoopGroup.singleton, clock: SystemClock(), logger: RunningService.quietLogger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await client.run() }
            let outcome: Result<Void, any Error>
            do {
                for await event in client.events() {
                    if case .situation(.running) = event { break }
                }
                outcome = .success(try await body(client))
            } catch {
                outcome = .failure(error)
            }
            tasks.cancelAll()
            try await tasks.waitForAll()
            try outcome.get()
        }
    }

    private func word(_ id: String, in house: TestHouse) async throws -> String {
        try await house.node.command("database get wake-up \(id)")
    }

    @Test func `phones are called past do-not-disturb and forwarding, and what became of each is told as it was`()
        async throws
    {
        try await TestHouse.with { house in
            try await house.put(.roomDoNotDisturb(try RoomNumber("101")), "on")
            _ = try await house.node.command("database put forward/1001 always 2001")
            try await with(house) { client in
                let wanted: [(String, [CallOutcome], String)] = [
                    ("1001", [.answered], "answered"), ("2002", [.busy], "busy"),
                    ("1002", [.noAnswer, .unreachable(cause: 19)], "noanswer"),
                    ("1003", [.unreachable(cause: 3)], "unavailable"),
                    ("1501", [.unreachable(cause: 3)], "unavailable"),
                ]
                for (number, outcomes, word) in wanted {
                    let id = "wake-up_S1_1_2026-11-27_1_\(number)_5"
                    let outcome = try await client.originate(order(number, id))
                    #expect(outcomes.contains(outcome), "\(number): \(outcome)")
                    #expect(try await self.word(id, in: house).contains("Value: \(word)\n"), "\(number)")
                }
                #expect(try await house.noted("answered", "1001") == "101/Wake-up 101")
                #expect(try await house.noted("answered", "2001") == nil, "forwarding was followed")
            }
        }
    }

    @Test func `a phone at the peer is called over the trunk, marked, and by the end that relays voice`() async throws {
        try await TestHouse.with { house in
            _ = try await house.world.command("database put peer answers yes")
            try await with(house) { client in
                let id = "wake-up_S2_1_2026-11-27_1_1003_5"
                let outcome = try await client.originate(order("1003", id))
                #expect(outcome == .answered)
                let seen = try await house.noted("seen/peer", "1003")
                #expect(seen?.hasPrefix("101/Wake-up 101/") == true)
            }
        }
    }

    @Test func `the guest hears the time until a key is pressed, and it goes on without whoever called`() async throws {
        try await TestHouse.with(seconds: [(number: "1002", deed: "stays")]) { house in
            let id = "wake-up_S3_1_2026-11-27_1_1002_5"
            try await with(house) { client in
                let events = client.events()
                let outcome = try await client.originate(order("1002", id))
                #expect(outcome == .answered)
                let said = await events.first { event in
                    guard case .happened(.notice(let notice)) = event else { return false }
                    return notice.name == "WakeUp" && notice["Call"] == id && notice["Word"] == "answered"
                }
                #expect(said != nil)
                try #require(await house.node.shows("BackGround", in: "core show channels"))
            }
            // Nobody is at the manager any more.
            try #require(await house.node.shows("WaitExten", in: "core show channels"))
            let channels = try await house.node.command("core show channels concise").split(separator: "\n")
            let guest = try #require(channels.map { $0.split(separator: "!")[0] }.first { $0.hasSuffix(";1") })
            #expect(try await house.node.command("channel request hangup \(guest)").contains("Requested"))
            #expect(try await word(id, in: house).contains("Value: answered\n"))
        }
    }

    @Test(arguments: [("wake-up", ""), ("wake-up-desk", ":2")])
    func `a key is told and written down with its moment and the rooms heard until then, and ends the call`(
        context: String, rooms: String
    ) async throws {
        try await TestHouse.with(seconds: [(number: "1002", deed: "presses")]) { house in
            let id = "wake-up_S4_1_2026-11-27_1_1002_5"
            try await with(house) { client in
                let events = client.events()
                let outcome = try await client.originate(order("1002", id, context: context))
                #expect(outcome == .answered)
                let said = await events.first { event in
                    guard case .happened(.notice(let notice)) = event else { return false }
                    return notice["Call"] == id && notice["Word"]?.hasPrefix("answered:1") == true
                }
                #expect(said != nil)
            }
            // At the desk the first key came before a room had been read out, and told nothing.
            let kept = try #require(try await word(id, in: house).firstMatch(of: /Value: answered:1:(\d+)([:\d]*)\n/))
            #expect(kept.2 == rooms)
            let pressedAt = try #require(Int64(kept.1))
            #expect((0...60).contains(SystemClock().wallTime().rawValue / 1_000_000 - pressedAt))
            #expect(try await house.node.shows("0 active channels", in: "core show channels"))
        }
    }

    @Test func `a daemon wakes the house: answers, keys, vain calls and the desk, all of it in the ledger`()
        async throws
    {
        try await TestHouse.with(seconds: [(number: "1002", deed: "presses")]) { house in
            let live = try LiveWakeUps(house)
            var settings = RingingSettings()
            (settings.ringTime, settings.interval, settings.attemptsMax) = (.seconds(8), .seconds(1), 1)
            settings.bootWait = .seconds(1)
            settings.unreachableWait = .seconds(2)
            settings.lateness = .seconds(8)
            for (number, room) in [(1, "101"), (2, "102"), (3, "151")] {
                try await live.set(UInt64(number), room: room, after: 3)
            }
            try await live.daemon(run: 5, settings: settings) {
                let answered = try await live.steps("an answer", of: 1) { $0.contains(.answered(1)) }
                #expect(answered == [.claimed(1), .rang(1, isReceipted: false), .answered(1)])
                // Two phones: one rings, the other is taken, and key 1 is pressed there.
                try await live.steps("the wish for another call", of: 2) { steps in
                    steps.contains { if case .snoozed(1, _) = $0 { true } else { false } }
                }
                // An analog phone behind a gateway that is not there: the desk is told, and says so.
                let late = try await live.steps("giving up", of: 3) { $0.contains(.givenUp(.late)) }
                #expect(late.contains(.failed(1, .unreachable)))
                try #require(await house.world.shows("Value: 151/Wake-up 151", in: "database get answered 2001"))
            }
        }
    }
}
