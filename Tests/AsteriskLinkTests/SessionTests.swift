import AsteriskTestKit
import Glibc
import Ports
import Testing
import Vocabulary
import Wire

@Suite(.serialized) struct SessionTests {
    @Test func `the right secret is let in and Asterisk says what it is`() async throws {
        try await LinkedClient.running { manager, _ in
            let facts = try await manager.client.facts()
            #expect(facts.version.first?.isNumber == true)
            #expect(facts.systemName == "test")
            #expect(facts.callsNow == 0)
            #expect(facts.started.count == "2026-11-25 19:14:07".count)
        }
    }

    @Test func `a wrong secret is told apart from an Asterisk that is not there`() async throws {
        try await AsteriskInstance.with { instance in
            try await LinkedClient.with(instance, secret: "another") { manager in
                try await manager.becomes { $0 == .refused("Authentication failed") }
                await #expect(throws: AsteriskFailure.notConnected) { try await manager.client.facts() }
            }
            await instance.stop()
            try await LinkedClient.with(instance) { manager in
                try await manager.becomes { $0 == .unreachable("Connection refused") }
            }
        }
    }

    @Test func `the password before lets in until the manager was told of another one, which takes no restart`()
        async throws
    {
        let another = "another-secret-of-the-tests"
        let former = AsteriskFiles.managerSecret
        try await AsteriskInstance.with { instance in
            try await LinkedClient.with(instance, secret: another, previousSecret: former) { manager in
                try await manager.becomes { $0 == .running }
                let text = try instance.text("manager.conf")
                try instance.write(text.replacing(former, with: another), to: "manager.conf")
                try await manager.client.reload(module: "manager")
                #expect(manager.client.situation == .running)
                try await LinkedClient.with(instance, secret: former) { former in
                    try await former.becomes { $0 == .refused("Authentication failed") }
                }
            }
            try await LinkedClient.with(instance, secret: another, previousSecret: former) { manager in
                let first = try await manager.becomes { $0 != .starting && $0 != .booting }
                #expect(first == .running)
            }
        }
    }

    @Test func `an Asterisk that is killed is noticed, and found again when it is back`() async throws {
        try await LinkedClient.running { manager, instance in
            let client = manager.client
            try await client.put([AsteriskEntry(family: "room/201", key: "name", value: "Ann")])
            try await instance.databaseHolds("Ann")
            let events = client.events()
            instance.endAtOnce()
            _ = try await manager.event("the loss", in: events) { event in
                if case .situation(.unreachable) = event { true } else { false }
            }
            await #expect(throws: AsteriskFailure.notConnected) { try await client.facts() }
            try instance.launch()
            try await manager.becomes { $0 == .running }
            #expect(try await client.value(family: "room/201", key: "name") == "Ann")
        }
    }

    @Test func `a client that is there before Asterisk is told when it has booted`() async throws {
        let instance = try AsteriskInstance.throwaway()
        try await LinkedClient.with(instance) { manager in
            try await manager.becomes { if case .unreachable = $0 { true } else { false } }
            try instance.launch()
            try await manager.becomes { $0 == .running }
            try await manager.client.put([AsteriskEntry(family: "a", key: "b", value: "c")])
            #expect(try await manager.client.value(family: "a", key: "b") == "c")
        }
        instance.endAtOnce()
    }

    @Test func `an Asterisk that stands still is given up though its connection looks alive`() async throws {
        try await LinkedClient.running { manager, instance in
            instance.signal(SIGSTOP)
            let situation = try await manager.becomes { if case .unreachable = $0 { true } else { false } }
            instance.signal(SIGCONT)
            #expect(situation == .unreachable("the connection to Asterisk ended: Asterisk says nothing any more"))
            try await manager.becomes { $0 == .running }
        }
    }

    @Test func `only the events that were asked for come`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, _ in
            let events = manager.client.events()
            _ = try await manager.client.originate(Phones.order("201", then: "tell"))
            // The notice is sent after the call's variables, states and extensions were told to others.
            var names: [String] = []
            for await event in events {
                guard case .happened(let fact) = event else { continue }
                if case .other(let message) = fact { names.append(message["Event"] ?? "") }
                if case .notice(let notice) = fact {
                    #expect(notice.name == "WakeUp")
                    #expect(notice["Room"] == "201")
                    #expect(notice["Key"] == "1")
                    break
                }
            }
            #expect(names.isEmpty)
        }
    }

    @Test func `a cancelled order ends at once`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, _ in
            let failure = await withTaskGroup(of: AsteriskFailure?.self) { tasks in
                tasks.addTask {
                    do throws(AsteriskFailure) {
                        _ = try await manager.client.originate(Phones.order("204", ringTime: .seconds(60)))
                        return nil
                    } catch {
                        return error
                    }
                }
                tasks.cancelAll()
                return await tasks.next() ?? nil
            }
            #expect(failure == .cancelled)
        }
    }
}
