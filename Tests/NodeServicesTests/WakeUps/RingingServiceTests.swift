import HotelLogic
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import NodeServices

/// A node alone wakes its guests.
@Suite struct RingingServiceTests {
    let scene = RingingScene()

    /// A node whose ledger holds these lines.
    func side(
        _ events: [WakeUpEvent], settings: RingingSettings = RingingSettings(), desk: ExtensionNumber? = nil
    ) async throws -> RingingScene.Side {
        let side = scene.alone(settings: settings, desk: desk)
        _ = try await side.ledger.append(WakeUpBatch(events))
        return side
    }

    func channel(_ number: String) -> String { "Local/\(number)@wake-up-ring/n" }

    @Test func `a guest is called at the due time, the claim being kept, and the answer is written down`()
        async throws
    {
        let side = try await side([scene.wakeUp(1, after: 30)])
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.wait(.seconds(28))
            #expect(side.orders.isEmpty)
            try await scene.until("the call") { !side.orders.isEmpty }
            #expect(side.steps == [.claimed(1), .rang(1, isReceipted: false)])
            let order = try #require(side.orders.first)
            #expect(order.context == "wake-up")
            #expect(order.callerID == "Wake-up 1 <1>")
            #expect(order["WAKE_RING"] == "45")
            #expect(order["WAKE_KEYS"] == "1&2&3")
            #expect(order["WAKE_KEY_2"] == "10")
            #expect(order["WAKE_CONFIRM"] == "")
            side.asterisk.say("answered", of: order)
            side.asterisk.finish(order.callID, .answered)
            try await scene.until("the answer") { side.steps.contains(.answered(1)) }
            side.asterisk.end(order)
            try await scene.wait(.seconds(300))
            #expect(side.orders.count == 1)
            #expect(side.steps.count == 3)
            #expect(side.board.read { $0.ringing?.dueCount } == 0)
        }
    }

    @Test func `what the copy brings while a claim is kept is heeded before a phone rings`() async throws {
        let planned = scene.wakeUp(1, after: 30)
        let side = try await side([planned])
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.wait(.seconds(20))
            let occurrence = try #require(side.service.wakeUps?.all.first?.openOccurrences(through: .last).first)
            let steps: [RingingStep] = [.claimed(1), .rang(1, isReceipted: true), .answered(1)]
            let former = steps.enumerated().map { index, step in
                WakeUpLine(
                    incarnation: Incarnation(rawValue: 6), sequence: UInt64(index + 1),
                    event: WakeUpEvent(
                        .rung(occurrence, step), room: planned.room, node: .secondary, epoch: Epoch(rawValue: 1),
                        at: scene.clock.wallTime()))
            }
            side.ledger.withState { $0.arriving = former }
            try await scene.until("the claim") { side.steps.contains(.answered(1)) }
            try await scene.wait(.seconds(60))
            #expect(side.orders.isEmpty, "this node had rung before its disk was put back")
        }
    }

    @Test func `all phones of a room ring, and the first that is taken silences the others`() async throws {
        let side = try await side([scene.wakeUp(1, in: "2", after: 10)])
        for number in ["102", "103"] { side.asterisk.set(.rings, on: channel(number)) }
        try await scene.run([side]) {
            try await scene.until("both phones") { side.orders.count == 2 }
            #expect(Set(side.orders.map(\.channel)) == [channel("102"), channel("103")])
            let taken = try #require(side.orders.first { $0.channel == channel("103") })
            let other = try #require(side.orders.first { $0.channel == channel("102") })
            side.asterisk.say("answered", of: taken)
            try await scene.until("silence") { side.asterisk.deeds.contains(.hangUp(other.callID)) }
            #expect(!side.asterisk.deeds.contains(.hangUp(taken.callID)))
            #expect(side.steps.last == .answered(1))
        }
    }

    @Test(arguments: [
        (CallOutcome.busy, AttemptFailure.busy), (.declined, .declined), (.noAnswer, .noAnswer),
        (.unreachable(cause: 19), .noAnswer), (.unreachable(cause: 3), .unreachable),
        (.failed(cause: 47, words: "no circuit"), .failed),
    ])
    func `what became of a call is written down as it was`(outcome: CallOutcome, failure: AttemptFailure) async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        side.asterisk.set(.does(outcome), on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the outcome") { side.steps.contains(.failed(1, failure)) }
            try await scene.until("another call", within: .seconds(200)) { side.orders.count == 2 }
        }
    }

    @Test func `what nobody answers is told to the desk, again and again until a key is pressed there`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        side.asterisk.set(.does(.noAnswer), on: channel("101"))
        side.asterisk.set(.rings, on: channel("200"))
        try await scene.run([side]) {
            try await scene.until("three calls, and the desk's") { side.orders.count == 4 }
            try await scene.until("the line") { side.steps.contains(.givenUp(.attempts)) }
            #expect(side.board.read { $0.warnings["wake-ups-missed"] } == "nobody was woken in room 1; go and knock")
            let first = try #require(side.orders.last)
            #expect(first.channel == channel("200"))
            #expect(first.context == "wake-up-desk")
            #expect(first["WAKE_ROOMS"] == "1")
            side.asterisk.finish(first.callID, .noAnswer)
            try await scene.until("the desk's next call") { side.orders.count == 5 }
            let second = try #require(side.orders.last)
            side.asterisk.say("answered:1:1732608000:0", of: second)
            try await scene.wait(.seconds(1))
            #expect(!side.steps.contains(.reported), "the room was not read out yet")
            side.asterisk.say("answered:1:1732608000:1", of: second)
            try await scene.until("the report") { side.steps.contains(.reported) }
            side.asterisk.finish(second.callID, .answered)
            side.asterisk.end(second)
            let report = side.ledger.events.last { if case .rung(_, .reported) = $0.what { true } else { false } }
            #expect(report?.author == Author(.phone, "200"))
            try await scene.wait(.seconds(200))
            #expect(side.orders.count == 5)
            #expect(side.board.read { $0.warnings["wake-ups-missed"] } == nil)
        }
    }

    @Test func `a guest who presses a key is called again after its minutes`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the call") { side.orders.count == 1 }
            let order = try #require(side.orders.first)
            side.asterisk.say("answered", of: order)
            side.asterisk.finish(order.callID, .answered)
            side.asterisk.say("answered:1", of: order)
            side.asterisk.end(order)
            try await scene.until("the wish") {
                side.steps.contains { if case .snoozed(1, _) = $0 { true } else { false } }
            }
            let asked = scene.clock.now()
            try await scene.until("the next call") { side.orders.count == 2 }
            #expect(abs((scene.clock.now() - asked).inSeconds - 300) < 2)
        }
    }

    @Test func `with a key that confirms, lifting the receiver is not enough`() async throws {
        var settings = RingingSettings()
        settings.confirmKey = "5"
        let side = try await side([scene.wakeUp(1, after: 5)], settings: settings)
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the call") { side.orders.count == 1 }
            let order = try #require(side.orders.first)
            #expect(order["WAKE_CONFIRM"] == "5")
            side.asterisk.say("answered", of: order)
            side.asterisk.finish(order.callID, .answered)
            side.asterisk.end(order)
            try await scene.until("the failure") { side.steps.contains(.failed(1, .unconfirmed)) }
            try await scene.until("the next call") { side.orders.count == 2 }
            let next = try #require(side.orders.last)
            side.asterisk.say("answered", of: next)
            side.asterisk.say("answered:5", of: next)
            try await scene.until("the answer") { side.steps.contains(.answered(2)) }
        }
    }

    @Test func `while nothing can be kept phones ring all the same, and no line is lost or doubled`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5), scene.wakeUp(2, in: "2", after: 20)])
        for number in ["101", "102", "103"] { side.asterisk.set(.rings, on: channel(number)) }
        try await scene.run([side]) {
            try await scene.until("the wake-ups") { side.board.read { $0.ringing != nil } }
            side.ledger.withState { $0.trouble = .fails(.unavailable(words: "away")) }
            try await scene.until("the first call") { side.orders.count == 1 }
            let first = try #require(side.orders.first)
            side.asterisk.say("answered", of: first)
            side.board.change { $0.isDatabaseUp = false }
            try await scene.until("the others") { side.orders.count == 3 }
            #expect(side.steps.isEmpty)
            #expect(side.board.read { ($0.ringing?.unkeptCount ?? 0) > 3 })
            side.ledger.withState { $0.trouble = .losesReceipt }
            side.board.change { $0.isDatabaseUp = true }
            try await scene.until("the lines") { side.board.read { $0.ringing?.unkeptCount } == 0 }
            let ofFirst = side.ledger.events.filter { $0.wakeUp.number == 1 }.dropFirst().compactMap { event in
                if case .rung(_, let step) = event.what { step } else { nil }
            }
            #expect(ofFirst == [.claimed(1), .rang(1, isReceipted: false), .answered(1)])
            #expect(Set(side.ledger.events).count == side.ledger.events.count)
        }
    }

    @Test func `a daemon that comes back in the middle of a call learns how it ended, and does not call again`()
        async throws
    {
        let first = try await side([scene.wakeUp(1, after: 5)])
        first.asterisk.set(.rings, on: channel("101"))
        try await scene.run([first]) {
            try await scene.until("the call") { first.orders.count == 1 }
            try await scene.until("the lines") { first.steps.count == 2 }
        }
        let order = try #require(first.orders.first)
        let second = scene.alone(ledger: first.ledger, run: 6)
        // While no daemon was there the guest took the call and asked for another one.
        try await second.asterisk.put([AsteriskEntry(family: "wake-up", key: order.call, value: "answered:2")])
        try await scene.run([second]) {
            try await scene.until("the answer") { second.steps.contains(.answered(1)) }
            try await scene.until("the wish") {
                second.steps.contains { if case .snoozed(1, _) = $0 { true } else { false } }
            }
            try await scene.wait(.seconds(400))
            #expect(second.orders.isEmpty)
            #expect(try await second.asterisk.entries(family: "wake-up").isEmpty, "taken away once it is kept")
            try await scene.until("the call that was asked for") { second.orders.count == 1 }
        }
    }

    @Test func `an answer that was told while no daemon was there does not confirm where a key must`() async throws {
        var settings = RingingSettings()
        settings.confirmKey = "5"
        let first = try await side([scene.wakeUp(1, after: 5)], settings: settings)
        first.asterisk.set(.rings, on: channel("101"))
        try await scene.run([first]) {
            try await scene.until("the call") { first.orders.count == 1 }
            try await scene.until("the lines") { first.steps.count == 2 }
        }
        let order = try #require(first.orders.first)
        let second = scene.alone(ledger: first.ledger, run: 6, settings: settings)
        try await second.asterisk.put([AsteriskEntry(family: "wake-up", key: order.call, value: "answered")])
        second.asterisk.set(.rings, on: channel("101"))
        try await scene.run([second]) {
            try await scene.until("another call", within: .seconds(300)) { second.orders.count == 1 }
            #expect(!second.steps.contains(.answered(1)))
        }
    }

    @Test func `a call to the desk whose end Asterisk never told makes way for the next`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        side.asterisk.set(.does(.noAnswer), on: channel("101"))
        side.asterisk.set(.rings, on: channel("200"))
        try await scene.run([side]) {
            try await scene.until("the desk's call") { side.orders.count == 4 }
            let order = try #require(side.orders.last)
            let ringing = ChannelReading(
                facts: ChannelFacts(channel: "Local/x", id: order.callID, callID: "1", state: .ringing), bridgeID: "",
                application: "Dial", duration: "00:00:05")
            side.asterisk.set(channels: [ringing])
            side.asterisk.finish(order.callID, .unknown)
            try await scene.wait(.seconds(15))
            #expect(side.orders.count == 4, "it still rings")
            side.asterisk.set(channels: [])
            side.asterisk.end(order)
            try await scene.until("the next call", within: .seconds(70)) { side.orders.count == 5 }
        }
    }

    @Test func `a link to Asterisk that breaks for a moment ends no call; one that stays away does`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the call") { side.orders.count == 1 }
            let order = try #require(side.orders.first)
            side.asterisk.become(.unreachable("the line"))
            try await scene.wait(.seconds(1))
            side.asterisk.become(.running)
            side.asterisk.set(channels: [
                ChannelReading(
                    facts: ChannelFacts(channel: "Local/x", id: order.callID, callID: "1", state: .ringing),
                    bridgeID: "", application: "Dial", duration: "00:00:05")
            ])
            try await scene.wait(.seconds(5))
            #expect(!side.steps.contains(.failed(1, .interrupted)))
            side.asterisk.say("answered", of: order)
            try await scene.until("the answer") { side.steps.contains(.answered(1)) }
        }
        let other = try await self.side([scene.wakeUp(1, after: 5)])
        other.asterisk.set(.rings, on: channel("101"))
        try await scene.run([other]) {
            try await scene.until("the call") { other.orders.count == 1 }
            other.asterisk.become(.unreachable("killed"))
            try await scene.until("the end") { other.steps.contains(.failed(1, .interrupted)) }
            #expect(other.board.read { $0.ringing?.stand.ability } == RingingAbility.none)
            other.asterisk.become(.running)
            try await scene.until("another call") { other.orders.count == 2 }
        }
    }

    @Test func `a phone that registers is called at once, and what was moved meanwhile counts`() async throws {
        let side = try await side([scene.wakeUp(1, after: 5)])
        try await scene.run([side]) {
            try await scene.until("four vain tries") { side.orders.count == 4 }
            side.asterisk.set(.rings, on: channel("101"))
            let before = scene.clock.now()
            side.asterisk.tell(
                .contactChanged(
                    ContactChange(endpoint: "101", addressOfRecord: "101", uri: "sip:101@192.0.2.1", status: .created)))
            try await scene.until("a call at once") { side.orders.count == 5 }
            #expect(scene.clock.now() - before < .seconds(2))
        }
    }

    @Test func `what the desk sets counts at once`() async throws {
        let side = try await side([])
        side.asterisk.set(.rings, on: channel("101"))
        try await scene.run([side]) {
            try await scene.until("the wake-ups") { side.board.read { $0.ringing != nil } }
            side.service.learned(try await side.ledger.append(WakeUpBatch([scene.wakeUp(1, after: 1)])))
            try await scene.until("the call", within: .seconds(3)) { side.orders.count == 1 }
        }
    }
}
