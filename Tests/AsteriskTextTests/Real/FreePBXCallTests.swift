import AsteriskTestKit
import AsteriskText
import Testing
import Vocabulary

/// Calls through our hooks in an Asterisk whose files have FreePBX's shape.
@Suite(.serialized) struct FreePBXCallTests {
    @Test func `calls go to the phone here as FreePBX has them, and to the peer where none is`() async throws {
        try await TestHouse.withFreePBX { house in
            #expect(try await house.call(from: "2001", to: "1001") == "ANSWER 16")
            #expect(try await house.noted("answered", "1001")?.hasPrefix("2001") == true)
            // Follow-me comes first, as it does without us.
            #expect(try await house.call(from: "1001", to: "2001") == "ANSWER 16")
            #expect(try await house.node.shows("Value: 1001", in: "database get followed 2001"))
            #expect(try await house.noted("seen/peer", "2001") == nil)
            // Nobody at the peer either: FreePBX's own voicemail.
            _ = try await house.call(from: "2001", to: "2003")
            #expect(try await house.noted("seen/peer", "2003") != nil)
            #expect(try await house.node.shows("Value: 2001", in: "database get voicemail 2003"))
            _ = try await house.world.command("database put peer answers yes")
            #expect(try await house.call(from: "2001", to: "2003") == "ANSWER 16")
            let seen = try await house.noted("seen/peer", "2003")
            #expect(seen?.hasPrefix("2001/") == true && seen?.hasSuffix("/2001") == true, "\(seen ?? "nothing")")
        }
    }

    @Test func `a call from outside finds the extension at the peer, and one from the peer never goes back`()
        async throws
    {
        try await TestHouse.withFreePBX { house in
            _ = try await house.world.command("database put peer answers yes")
            #expect(try await house.call(from: "1111", to: "4930123") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "2003")?.hasPrefix("4989555") == true)
            _ = try await house.world.command("database del seen/peer 2003")
            try await house.mark(hop: "primary", purpose: "call", caller: "2002")
            #expect(try await house.call(from: "0000", to: "1001") == "ANSWER 16")
            #expect(try await house.call(from: "0000", to: "2002") == "BUSY 17")
            #expect(try await house.call(from: "0000", to: "1001", tail: "%26PJSIP%2F2001") == "CHANUNAVAIL 1")
            #expect(try await house.call(from: "0000", to: "2003")?.hasPrefix("CHANUNAVAIL") == true)
            #expect(try await house.noted("seen/peer", "2003") == nil)
            try await house.mark(hop: "secondary", purpose: "call", caller: "2002")
            #expect(try await house.call(from: "0000", to: "1001") != "ANSWER 16", "it went round")
            try await house.mark(hop: "primary", purpose: "site", caller: "2002")
            #expect(try await house.call(from: "0000", to: "112") == "ANSWER 16")
        }
    }

    @Test func `what the administrator wrote stays, and the peer is known by its digest before anything else`()
        async throws
    {
        try await TestHouse.withFreePBX { house in
            let settings = try await house.node.command("pjsip show settings")
            let globals = try await house.node.command("dialplan show globals")
            #expect(settings.contains(": auth_username,ip,username,anonymous,header"), "\(settings)")
            #expect(globals.contains("HERS=1") && globals.contains("VM_PREFIX=*"))
            #expect(try await house.node.command("dialplan show *60@from-internal").contains("Hangup"))
            let identifiers = try await house.node.command("pjsip show identifiers")
            let order = ["auth_username", "ip", "username"].compactMap { name in
                identifiers.split(separator: "\n").firstIndex { $0.split(separator: " ").last.map(String.init) == name }
            }
            #expect(order.count == 3 && order == order.sorted(), "\(identifiers)")
        }
    }
}
