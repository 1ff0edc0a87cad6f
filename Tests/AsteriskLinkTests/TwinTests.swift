import AsteriskTestKit
import Ports
import TestSupport
import Testing
import Vocabulary
import Wire

/// The twin in memory does what the real one does, wherever both are asked the same.
@Suite(.serialized) struct TwinTests {
    /// What both must answer; `205` is an endpoint without a contact.
    private static func check(_ port: any AsteriskPort) async throws {
        let entries = ["a", "b"].map { AsteriskEntry(family: "room/20\($0)", key: "name", value: "Guest \($0)") }
        try await port.removeTree(family: "room")
        try await port.put(entries)
        try await port.put([AsteriskEntry(family: "rooms", key: "name", value: "another family")])
        let found = try await port.entries(family: "room")
        #expect(Set(found) == Set(entries))
        try await port.remove(family: "room/20a", key: "name")
        try await port.remove(family: "room/20a", key: "name")
        let gone = try await port.value(family: "room/20a", key: "name")
        #expect(gone == nil)
        let kept = try await port.value(family: "rooms", key: "name")
        #expect(kept == "another family")
        await #expect(throws: AsteriskFailure.notWritable(.badValue(name: "Val"))) {
            try await port.put([AsteriskEntry(family: "room", key: "name", value: "a\r\nb")])
        }
        let unregistered = try await port.originate(Phones.order("205"))
        #expect(unregistered == .unreachable(cause: nil))
        let nobody = try await port.contacts(of: "nobody")
        #expect(nobody == nil)
        let trunk = try await port.trunk(endpoint: "nobody")
        #expect(trunk == .missing)
        let contacts = try await port.contacts()
        #expect(contacts.isEmpty)
        try await port.hangUp(channel: "PJSIP/nobody-00000001")
        try await port.reload(module: "res_pjsip.so")
        await #expect(throws: AsteriskFailure.refused("Unable to retrieve endpoint")) {
            try await port.qualify(endpoint: "nobody")
        }
        var first: AsteriskEvent?
        for await event in port.events() {
            first = event
            break
        }
        #expect(first == .situation(.running))
    }

    @Test func `the real one keeps the contract`() async throws {
        try await LinkedClient.running(prepare: Phones.prepare) { manager, _ in try await Self.check(manager.client) }
    }

    @Test func `the twin keeps the contract`() async throws { try await Self.check(MemoryAsterisk()) }

    @Test func `a twin that dies forgets its calls and keeps its database`() async throws {
        let twin = MemoryAsterisk()
        twin.set(.rings, on: "PJSIP/204")
        try await twin.put([AsteriskEntry(family: "room", key: "name", value: "Ann")])
        let outcome = try await withThrowingTaskGroup(of: CallOutcome.self) { tasks in
            tasks.addTask { try await twin.originate(Phones.order("204")) }
            while twin.deeds.isEmpty { await Task.yield() }
            twin.become(.unreachable("killed"))
            return try await tasks.next()
        }
        #expect(outcome == .unknown)
        await #expect(throws: AsteriskFailure.notConnected) { try await twin.facts() }
        twin.become(.running)
        let name = try await twin.value(family: "room", key: "name")
        #expect(name == "Ann")
    }
}
