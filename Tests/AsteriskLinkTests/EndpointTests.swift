import AsteriskTestKit
import Glibc
import Ports
import Testing
import Vocabulary
import Wire

@Suite(.serialized) struct EndpointTests {
    @Test func `a reload takes in new endpoints though no console alias is there`() async throws {
        try await LinkedClient.running { manager, instance in
            #expect(try await manager.client.contacts(of: "201") == nil)
            #expect(try await manager.client.trunk(endpoint: "201") == .missing)
            try Phones.prepare(instance)
            try await manager.client.reload(module: "res_pjsip.so")
            #expect(try await manager.client.contacts(of: "201")?.count == 1)
            await #expect(throws: AsteriskFailure.refused("No such module")) {
                try await manager.client.reload(module: "nothing.so")
            }
        }
    }

    @Test func `the console answers line by line and says no in its own words`() async throws {
        try await LinkedClient.running { manager, _ in
            let lines = try await manager.client.command("core show uptime")
            #expect(lines.first?.hasPrefix("System uptime") == true)
            await #expect(throws: AsteriskFailure.self) { try await manager.client.command("nothing at all") }
        }
    }

    @Test func `a phone that registers is told and listed, and forgotten where it left its contact`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, instance in
            let client = manager.client
            #expect(try await client.contacts().isEmpty)
            let events = client.events()
            let phone = try RegisteringPhone(registrar: instance.place)
            try phone.register("205", expires: 300)
            _ = try await manager.event("the contact", in: events) { event in
                if case .happened(.contactChanged(let change)) = event { change.endpoint == "205" } else { false }
            }
            let contact = try #require(try await client.contacts().first)
            #expect(contact.endpoint == "205")
            #expect(contact.uri == phone.uri(of: "205"))
            #expect(contact.expires != nil)
            let id = try #require(contact.id)
            // Asked of the endpoint, the contact is told in other words, and is the same.
            let detail = try #require(try await client.contacts(of: "205")?.first)
            #expect(detail.id == id && detail.phoneHost == contact.phoneHost && detail.phoneHost == instance.place.host)
            #expect(detail.expires == contact.expires)
            try await client.removeContact(id: id)
            // Asterisk tells nobody of it: the list and the next call are what shows it.
            #expect(try await client.contacts().isEmpty)
            #expect(try await client.originate(Phones.order("205")) == .unreachable(cause: nil))
        }
    }

    @Test func `contacts survive a killed Asterisk`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, instance in
            let phone = try RegisteringPhone(registrar: instance.place)
            try phone.register("205", expires: 300)
            #expect(try await manager.client.contacts().count == 1)
            try await instance.databaseHolds(phone.uri(of: "205"))
            instance.endAtOnce()
            try instance.launch()
            try await manager.becomes { if case .unreachable = $0 { true } else { false } }
            try await manager.becomes { $0 == .running }
            #expect(try await manager.client.contacts().map(\.endpoint) == ["205"])
        }
    }

    @Test func `a trunk is reachable or not as the last probe found it`() async throws {
        try await LinkedClient.running(prepare: { instance in
            try Phones.prepare(instance)
            let qualified = PhoneScript.endpoints(at: instance.place)
                .replacing("type=aor\ncontact", with: "type=aor\nqualify_frequency=60\nqualify_timeout=3\ncontact")
            try instance.write(instance.transports + qualified, to: "pjsip.conf")
        }) { manager, _ in
            let client = manager.client
            try await client.qualify(endpoint: "201")
            try await client.qualify(endpoint: "206")
            #expect(try await manager.settled("201") == .reachable)
            #expect(try await manager.settled("206") == .unreachable)
            let trunk = try await client.trunk(endpoint: "201")
            guard case .reachable(let roundTrip?) = trunk else {
                Issue.record("the trunk is \(trunk)")
                return
            }
            #expect(roundTrip > .zero)
            #expect(try await client.trunk(endpoint: "206") == .unreachable)
        }
    }
}
