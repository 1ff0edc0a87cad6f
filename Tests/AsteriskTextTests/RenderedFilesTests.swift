import Testing
import Vocabulary
import Wire

@testable import AsteriskText

@Suite struct RenderedFilesTests {
    @Test(arguments: Mode.allCases, AsteriskProfile.allCases)
    func `a house's files have nothing that Asterisk would stumble over`(mode: Mode, profile: AsteriskProfile) throws {
        #expect(Lint.findings(in: RenderedFiles(try SampleHouse.plan(mode, profile: profile))) == [])
    }

    @Test func `an empty house has files without a fault too`() throws {
        let defaults = GuestDefaults(secret: nil, classOfService: 1, vacantClassOfService: 1)
        let plan = TelephonyPlan(
            mode: .primary, systemName: try TelephonyName("p"), timeZone: try ZoneName("UTC"), guestDefaults: defaults,
            emergency: EmergencySettings(numbers: []))
        let files = RenderedFiles(plan)
        #expect(Lint.findings(in: files) == [])
        #expect(files.expectation.endpoints == 0)
    }

    @Test func `equal plans give equal files, whatever the order of their rows`() throws {
        let plan = try SampleHouse.plan()
        var shuffled = plan
        shuffled.staff.reverse()
        shuffled.guests.reverse()
        shuffled.rooms.reverse()
        shuffled.featureCodes.reverse()
        #expect(RenderedFiles(plan) == RenderedFiles(shuffled))
    }

    @Test func `any change makes another generation`() throws {
        let plan = try SampleHouse.plan()
        var changed = plan
        changed.staff[0].ringSeconds += 1
        let (old, new) = (RenderedFiles(plan).expectation, RenderedFiles(changed).expectation)
        #expect(old.generation != new.generation)
        #expect(old.generation.count == 16)
        #expect(old.markerAOR == "comxfailover-\(old.generation)")
    }

    @Test func `disabled extensions have no phones, and calls to them are refused`() throws {
        var plan = try SampleHouse.plan()
        plan.staff[1].isEnabled = false
        let files = RenderedFiles(plan)
        #expect(!text(files, "comxfailover/pjsip-staff.conf").contains("[2002]"))
        #expect(text(files, "comxfailover/extensions-house.conf").contains("exten => d2002,1,Return(off:"))
    }

    @Test func `guests share a password and may register only from their networks`() throws {
        var plan = try SampleHouse.plan()
        plan.sip.guestNetworks = [try NetworkRange("192.168.101.0/24")]
        let guests = text(RenderedFiles(plan), "comxfailover/pjsip-guests.conf")
        #expect(guests.ranges(of: "password=shared-by-guests").count == 3)
        #expect(guests.contains("deny=0.0.0.0/0\ndeny=::/0\npermit=192.168.101.0/24\n"))
        #expect(guests.contains("callerid=\"Guest\" <102>"))
        #expect(!guests.contains("[1501]"))
        #expect(guests.contains("mailboxes=1002@guests,1002@lamp"))
    }

    @Test func `the peer is known by its digest alone and probed with it`() throws {
        let peer = text(RenderedFiles(try SampleHouse.plan()), "comxfailover/pjsip-peer.conf")
        for line in [
            "identify_by=auth_username", "contact=sip:10.10.10.1:5060", "qualify_2xx_only=yes",
            "authenticate_qualify=yes", "timers=no", "context=from-peer",
        ] {
            #expect(peer.split(separator: "\n").contains { $0 == line })
        }
        #expect(!peer.contains("type=identify"))
    }

    @Test func `no dial option puts voice through Asterisk`() {
        #expect(!DialplanProgram.all.contains("tT"))
        #expect(DialplanProgram.all.ranges(of: "Dial(").count > 4)
    }

    @Test func `a node behind a NAT names its addresses`() throws {
        var plan = try SampleHouse.plan()
        plan.sip.externalAddress = try HostAddress("203.0.113.9")
        let system = text(RenderedFiles(plan), "comxfailover/pjsip-system.conf")
        #expect(system.contains("external_media_address=203.0.113.9"))
        #expect(system.contains("local_net=10.0.0.0/8"))
    }

    @Test func `on FreePBX only the trunk, gateways and the marker are rendered`() throws {
        let files = RenderedFiles(try SampleHouse.plan(profile: .freePBX))
        #expect(files.names.allSatisfy { $0.hasPrefix("comxfailover/") })
        #expect(files.expectation.endpoints == 3)
        #expect(files.hooks.map(\.file) == ["pjsip_custom_post.conf", "extensions_custom.conf", "globals_custom.conf"])
        #expect(!files.texts.values.contains { $0.contains("front-desk") || $0.contains("shared-by-guests") })
    }

    @Test func `records have the columns that the daemon reads`() {
        let texts = RecordText.texts
        #expect(mapping(texts["cdr_custom.conf"]) == mapping(CallFiles.recordConfiguration))
        #expect(mapping(texts["cel_custom.conf"]) == mapping(CallFiles.eventConfiguration))
        #expect(mapping(CallFiles.eventConfiguration) != nil)
    }

    private func mapping(_ text: String?) -> Substring? { text?.split(separator: "\n").first { $0.contains("=>") } }

    private func text(_ files: RenderedFiles, _ name: String) -> String { files.texts[name] ?? "" }
}
