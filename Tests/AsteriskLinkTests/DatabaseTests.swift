import AsteriskTestKit
import Ports
import Testing
import Vocabulary
import Wire

@Suite(.serialized) struct DatabaseTests {
    @Test func `a thousand entries are read back at once, and survive a killed Asterisk once they are on the disk`()
        async throws
    {
        try await LinkedClient.running { manager, instance in
            let client = manager.client
            let entries = (0..<1_000).map { AsteriskEntry(family: "room/\($0)", key: "name", value: "Guest \($0)") }
            try await client.put(entries)
            #expect(Set(try await client.entries(family: "room")) == Set(entries))
            // Asterisk commits in the order of the writes.
            try await client.put([AsteriskEntry(family: "generation", key: "marker", value: "after-the-rooms")])
            try await instance.databaseHolds("after-the-rooms")
            instance.endAtOnce()
            try instance.launch()
            try await manager.becomes { if case .unreachable = $0 { true } else { false } }
            try await manager.becomes { $0 == .running }
            #expect(try await client.entries(family: "room").count == 1_000)
        }
    }

    @Test func `entries come and go, and what is not there is no error`() async throws {
        try await LinkedClient.running { manager, _ in
            let client = manager.client
            #expect(try await client.value(family: "room/201", key: "name") == nil)
            #expect(try await client.entries(family: "room").isEmpty)
            try await client.remove(family: "room/201", key: "name")
            try await client.removeTree(family: "room")
            let entry = AsteriskEntry(family: "room/201", key: "name", value: "Müller: 你好, \"x\"")
            try await client.put([entry])
            #expect(try await client.value(family: "room/201", key: "name") == entry.value)
            #expect(try await client.entries(family: "room") == [entry])
            try await client.remove(family: "room/201", key: "name")
            #expect(try await client.value(family: "room/201", key: "name") == nil)
            try await client.put([entry])
            try await client.removeTree(family: "room")
            #expect(try await client.entries(family: "room").isEmpty)
        }
    }

    @Test func `a guest's name cannot give orders`() async throws {
        try await LinkedClient.running { manager, _ in
            let name = "x\r\n\r\nAction: DBPut\r\nFamily: evil\r\nKey: a\r\nVal: b"
            await #expect(throws: AsteriskFailure.notWritable(.badValue(name: "Val"))) {
                try await manager.client.put([AsteriskEntry(family: "room/201", key: "name", value: name)])
            }
            let entries = try await manager.client.entries(family: "evil")
            #expect(entries.isEmpty)
        }
    }
}
