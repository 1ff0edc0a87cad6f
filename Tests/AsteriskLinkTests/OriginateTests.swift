import AsteriskTestKit
import Ports
import Testing
import Vocabulary
import Wire

@Suite(.serialized) struct OriginateTests {
    @Test func `the true outcome of each call is known`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, _ in
            // 205: Asterisk has nowhere to call, and tells of no channel's end. 206: a phone that was switched off;
            // Asterisk's cause is that of one that rang in vain.
            let expected: [(String, CallOutcome)] = [
                ("201", .answered), ("202", .busy), ("203", .declined), ("204", .noAnswer),
                ("205", .unreachable(cause: nil)), ("206", .unreachable(cause: 19)), ("207", .unreachable(cause: 1)),
            ]
            for (extensionNumber, outcome) in expected {
                let found = try await manager.client.originate(Phones.order(extensionNumber))
                #expect(found == outcome, "\(extensionNumber)")
            }
        }
    }

    @Test func `many calls at once each find their own outcome`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, _ in
            let expected: [String: CallOutcome] = ["201": .answered, "202": .busy, "203": .declined, "204": .noAnswer]
            let wrong = await withTaskGroup(of: String?.self) { tasks in
                for round in 0..<100 {
                    let extensionNumber = "\(201 + round % 4)"
                    tasks.addTask {
                        let outcome = try? await manager.client.originate(
                            Phones.order(extensionNumber, ringTime: .seconds(2)))
                        return outcome == expected[extensionNumber] ? nil : "\(extensionNumber): \(outcome as Any)"
                    }
                }
                return await tasks.reduce(into: [String]()) { wrong, one in if let one { wrong.append(one) } }
            }
            #expect(wrong.isEmpty)
        }
    }

    @Test func `a call that Asterisk does not take is refused with its words`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, _ in
            await #expect(throws: AsteriskFailure.refused("Extension does not exist.")) {
                try await manager.client.originate(Phones.order("201", then: "nowhere"))
            }
        }
    }

    @Test func `a call under way when Asterisk is killed has an unknown outcome`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, instance in
            let order = Phones.order("204", ringTime: .seconds(60))
            let outcome = try await withThrowingTaskGroup(of: CallOutcome.self) { tasks in
                let events = manager.client.events()
                tasks.addTask { try await manager.client.originate(order) }
                _ = try await manager.event("the ringing", in: events) { event in
                    if case .happened(.dialProgressed(let progress)) = event {
                        progress.id == order.callID && progress.isRinging
                    } else {
                        false
                    }
                }
                instance.endAtOnce()
                return try await tasks.next()
            }
            #expect(outcome == .unknown)
        }
    }

    @Test func `an open call is listed and can be ended`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, _ in
            let order = Phones.order("201")
            let events = manager.client.events()
            let outcome = try await manager.client.originate(order)
            #expect(outcome == .answered)
            let channels = try await manager.client.channels()
            let channel = try #require(channels.first { $0.facts.id == order.callID })
            #expect(channel.facts.state == .up)
            #expect(channel.application == "Wait")
            try await manager.client.hangUp(channel: channel.facts.channel)
            _ = try await manager.event("the end", in: events) { event in
                if case .happened(.channelEnded(let end)) = event { end.channel.id == order.callID } else { false }
            }
            try await manager.client.hangUp(channel: channel.facts.channel)
        }
    }
}
