import AsteriskTestKit
import AsteriskText
import Testing
import Vocabulary
import Wire

@Suite(.serialized) struct DialplanCallTests {
    @Test func `help is called from a closed room, with and without the access digit, and the desk is told`()
        async throws
    {
        try await TestHouse.with { house in
            try await house.put(.roomClass(try RoomNumber("101")), "0")
            try await house.put(.roomName(try RoomNumber("101")), "\"Ms Miller\"")
            #expect(try await house.call(from: "1001", to: "9234567") == "CHANUNAVAIL 21")
            #expect(try await house.noted("seen/carrier", "234567") == nil)
            #expect(try await house.call(from: "1001", to: "112") == "ANSWER 16")
            #expect(try await house.noted("seen/carrier", "112") == "+49301234567//")
            #expect(try await house.call(from: "1001", to: "9911") == "ANSWER 16")
            #expect(try await house.noted("seen/carrier", "911") == "+49301234567//")
            #expect(try await house.world.shows("101/EMERGENCY 101", in: "database get answered 2001"))
            #expect(try await house.node.shows(":1001", in: "database get emergency back"))
            // The emergency services call back.
            _ = try await house.world.command("database del answered 1001")
            #expect(try await house.call(from: "1111", to: "49301234567") == "ANSWER 16")
            #expect(try await house.noted("answered", "1001")?.hasPrefix("4989555/") == true)
        }
    }

    @Test func `a class of service allows what it names, and no name of a guest leaves the house`() async throws {
        try await TestHouse.with { house in
            #expect(try await house.call(from: "1001", to: "9234567") == "CHANUNAVAIL 21")
            try await house.put(.roomClass(try RoomNumber("101")), "2")
            try await house.put(.roomName(try RoomNumber("101")), "Miller")
            #expect(try await house.call(from: "1001", to: "9234567") == "ANSWER 16")
            #expect(try await house.noted("seen/carrier", "234567") == "+4930111//")
            #expect(try await house.call(from: "1001", to: "90301234567") == "CHANUNAVAIL 21")
            #expect(try await house.call(from: "2001", to: "90301234567") == "ANSWER 16")
            #expect(try await house.noted("seen/carrier", "+49301234567") == "+4930111//")
            #expect(try await house.call(from: "1001", to: "*51") == "ANSWER 16")
            #expect(try await house.call(from: "1001", to: "2001") == "ANSWER 16")
            #expect(try await house.noted("answered", "2001") == "101/Miller")
        }
    }

    @Test func `what no keypad dials is refused at each entry, and rings nobody past the class of service`()
        async throws
    {
        try await TestHouse.with { house in
            try await house.put(.roomClass(try RoomNumber("101")), "0")
            try await house.mark(hop: "primary", purpose: "outside", caller: "2001")
            let past = "%40comxfailoverrelay%26PJSIP%2F+49301234567%40trunk-carrier%26PJSIP%2F1"
            let lines = "%0D%0A%0D%0AEvent%3A%20UserEvent%0D%0AUserEvent%3A%20Emergency%0D%0ANumber%3A%20112%0D%0A"
            for tail in [past, "%22%20%26%200%20%26%20%22", "%2C1", lines] {
                for (phone, number) in [("1001", "9234567"), ("1001", "2001"), ("0000", "234567"), ("1111", "4930123")]
                {
                    let outcome = try await house.call(from: phone, to: number, tail: tail)
                    #expect(outcome == "CHANUNAVAIL 1", "\(phone) \(number)\(tail)")
                }
            }
            #expect(try await house.noted("seen/carrier", "+49301234567") == nil)
            #expect(try await house.noted("answered", "2001") == nil)
            // What follows a semicolon belongs to no number.
            #expect(try await house.call(from: "1001", to: "2001", tail: "%3Bphone-context=x") == "ANSWER 16")
            // Of what was refused nothing was written, and no line that somebody sent.
            let events = try await house.lines(4, of: CallFiles.eventFile, holding: "CHAN_END")
            let read = try events.map { try ChannelEventRecord(line: $0[...]) }
            #expect(!read.contains { $0.destination.contains("9234567") || $0.destination.contains("4930123") })
        }
    }

    @Test func `a call from the peer gets causes alone, and never goes back there`() async throws {
        try await TestHouse.with { house in
            try await house.mark(hop: "primary", purpose: "call", caller: "2002")
            #expect(try await house.call(from: "0000", to: "1001") == "ANSWER 16")
            #expect(try await house.call(from: "0000", to: "2002") == "BUSY 17")
            // Known, but registered nowhere here: the peer must not be asked, having asked.
            #expect(try await house.call(from: "0000", to: "1501") == "CHANUNAVAIL 1")
            #expect(try await house.noted("seen/peer", "1501") == nil)
            try await house.mark(hop: "primary", purpose: "outside", caller: "1001")
            #expect(try await house.call(from: "0000", to: "234567") == "CHANUNAVAIL 21")
            try await house.mark(hop: "primary", purpose: "outside", caller: "7777")
            #expect(try await house.call(from: "0000", to: "234567") == "CHANUNAVAIL 21")
            try await house.mark(hop: "primary", purpose: "outside", caller: "2001")
            #expect(try await house.call(from: "0000", to: "234567") == "ANSWER 16")
            try await house.mark(hop: "primary", purpose: "site", caller: "1001")
            #expect(try await house.call(from: "0000", to: "112") == "ANSWER 16")
            #expect(try await house.call(from: "0000", to: "234567") == "CHANUNAVAIL 1")
        }
    }

    @Test func `a call that comes round is refused at second sight`() async throws {
        try await TestHouse.with { house in
            try await house.mark(hop: "secondary", purpose: "call", caller: "2002")
            let outcome = try await house.call(from: "0000", to: "1001")
            #expect(outcome?.hasPrefix("ANSWER") == false)
            #expect(try await house.noted("answered", "1001") == nil)
            // Also where the trunk was given a context of phones by mistake.
            _ = try await house.world.command("database put peer answers yes")
            let path = "comxfailover/pjsip-peer.conf"
            var files = RenderedFiles(try SampleHouse.plan())
            files.texts = files.texts.filter { $0.key == path }
            let text = try #require(files.texts[path]).replacing("context=from-peer", with: "context=from-staff")
                .replacing("10.10.10.1", with: house.world.place.host)
            try house.node.write(text, to: path)
            _ = try await house.node.command("module reload res_pjsip.so")
            #expect(try await house.node.shows("from-staff", in: "pjsip show endpoint \(PeerTrunk.name)"))
            #expect(try await house.call(from: "0000", to: "1501")?.hasPrefix("ANSWER") == false)
            #expect(try await house.noted("seen/peer", "1501") == nil)
        }
    }

    @Test func `a phone that is not here is rung at the peer, also one that does not respond`() async throws {
        try await TestHouse.with { plan in
            plan.guestDefaults.ringSeconds = 20
        } _: { house in
            _ = try await house.world.command("database put peer answers yes")
            #expect(try await house.call(from: "2001", to: "1501") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "1501") == "2001/Front desk/2001")
            #expect(try await house.call(from: "2001", to: "1003") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "1003") == "2001/Front desk/2001")
            #expect(try await house.call(from: "2001", to: "2002") == "BUSY 17")
            #expect(try await house.noted("seen/peer", "2002") == nil)
        }
    }

    @Test func `a closed box sends the call to the desk, an open one takes it`() async throws {
        try await TestHouse.with { house in
            #expect(try await house.call(from: "1001", to: "1002") == "ANSWER 16")
            #expect(try await house.noted("answered", "2001") == "101/Guest")
            _ = try await house.world.command("database del answered 2001")
            try await house.put(.roomBox(try RoomNumber("102")), "open")
            try await house.dial(from: "1001", to: "1002")
            #expect(try await house.node.shows("VoiceMail", in: "core show channels"))
            #expect(try await house.noted("answered", "2001") == nil)
        }
    }

    @Test func `do-not-disturb is busy, and feature codes go to the owner of the guests`() async throws {
        try await TestHouse.with { house in
            try await house.put(.roomDoNotDisturb(try RoomNumber("101")), "on")
            #expect(try await house.call(from: "2001", to: "1001") == "BUSY 17")
            #expect(try await house.noted("answered", "1001") == nil)
            // The daemon here never showed a sign of life: refused at once.
            #expect(try await house.call(from: "1001", to: "*78")?.hasPrefix("ANSWER") == false)
            try await house.put(.guestOwner, "primary")
            _ = try await house.world.command("database put peer answers yes")
            #expect(try await house.call(from: "1001", to: "*310730") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "*310730")?.hasSuffix("/1001") == true)
        }
    }

    @Test func `a forwarded call follows the number that was set`() async throws {
        try await TestHouse.with { house in
            try await house.put(.forwarding(try ExtensionNumber("2002"), "busy"), "2001")
            #expect(try await house.call(from: "1001", to: "2002") == "ANSWER 16")
            #expect(try await house.noted("answered", "2001") == "101/Guest")
            // A room of class `internal` does not get outside by forwarding.
            try await house.put(.forwarding(try ExtensionNumber("1002"), "always"), "9234567")
            #expect(try await house.call(from: "2001", to: "1002") == "CHANUNAVAIL 21")
            #expect(try await house.noted("seen/carrier", "234567") == nil)
        }
    }

    @Test func `an analog phone calls and is called through its gateway`() async throws {
        try await TestHouse.with { plan in
            plan.gateways[0].address = plan.trunks.removeLast().host
            plan.outboundRoutes = []
        } _: { house in
            let aor = "pjsip show aor gateway-floor1"
            try #require(await house.node.shows("Avail", in: aor))
            #expect(try await house.call(from: "1501", to: "2001") == "ANSWER 16")
            #expect(try await house.noted("answered", "2001")?.hasPrefix("151/") == true)
            #expect(try await house.call(from: "2001", to: "1501") == "ANSWER 16")
            #expect(try await house.noted("seen/carrier", "1501")?.hasPrefix("2001/") == true)
        }
    }

    @Test func `help leaves by the site's trunk at the peer before any other trunk here`() async throws {
        try await TestHouse.with { plan in
            plan.trunks[0].isOnPremises = false
        } _: { house in
            #expect(try await house.call(from: "1001", to: "112") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "112") == "101/Guest/1001")
            #expect(try await house.noted("seen/carrier", "112") == "+49301234567//")
            _ = try await house.world.command("database put peer answers yes")
            _ = try await house.world.command("database deltree seen")
            #expect(try await house.call(from: "1001", to: "112") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "112") != nil)
            #expect(try await house.noted("seen/carrier", "112") == nil)
        }
    }

    @Test func `a call that no trunk here takes leaves by the peer's`() async throws {
        try await TestHouse.with { plan in
            plan.trunks = []
        } _: { house in
            _ = try await house.world.command("database put peer answers yes")
            #expect(try await house.call(from: "2001", to: "9234567") == "ANSWER 16")
            #expect(try await house.noted("seen/peer", "234567") == "2001/Front desk/2001")
            // The class is looked up before the peer is asked, where a route here tells the category.
            #expect(try await house.call(from: "1001", to: "9234567") == "CHANUNAVAIL 21")
        }
    }

    @Test func `records tell the trunk, the room and the global call id, and the daemon can read them`() async throws {
        try await TestHouse.with { house in
            try await house.put(.roomClass(try RoomNumber("101")), "2")
            #expect(try await house.call(from: "1001", to: "9234567") == "ANSWER 16")
            try await house.mark(hop: "primary", purpose: "call", caller: "2001")
            #expect(try await house.call(from: "0000", to: "1001") == "ANSWER 16")
            let lines = try await house.lines(2, of: CallFiles.recordFile, holding: "world")
            let records = try lines.map { try CallRecord(line: $0[...]) }
            let exit = try #require(records.first { $0.trunk == "carrier" && $0.disposition == "ANSWERED" })
            #expect(exit.room == "101")
            #expect(exit.destination == "234567")
            #expect(exit.callID.hasPrefix("node-"))
            #expect(records.contains { $0.callID == "world-1" }, "\(records.map(\.callID))")
            let events = try await house.lines(10, of: CallFiles.eventFile, holding: "exit")
            let read = try events.map { try ChannelEventRecord(line: $0[...]) }
            #expect(read.contains { $0.event == "exit" && $0.extra.contains("\(exit.callID)/carrier/234567") })
        }
    }
}
