import AsteriskText
import Testing

/// Files of lines, read back as the phone reads them.
@Suite struct LineFileTests {
    private func yealink(_ role: PhoneRole) throws -> KeyValueFile {
        let text = try SamplePhones.file(SamplePhones.device("Yealink T46U", role))
        #expect(text.hasPrefix("#!version:1.0.0.1\n"))
        return try KeyValueFile(text)
    }

    @Test func `a Yealink phone of a room tries the Secondary first, one server at a time`() throws {
        let file = try yealink(.guest)
        #expect(file["account.1.sip_server.1.address"] == "192.168.101.3")
        #expect(file["account.1.sip_server.1.port"] == "5070")
        #expect(file["account.1.sip_server.2.address"] == "203.0.113.10")
        #expect(file["account.1.sip_server.2.port"] == "5060")
        #expect(file["account.1.fallback.redundancy_type"] == "1")
        #expect(file["account.1.fallback.timeout"] == "60")
        for server in 1...2 {
            let prefix = "account.1.sip_server.\(server)."
            #expect(file[prefix + "expires"] == "60")
            #expect(file[prefix + "failback_mode"] == "3")
            #expect(file[prefix + "failback_timeout"] == "60")
            #expect(file[prefix + "failback_subscribe.enable"] == "1")
            #expect(file[prefix + "only_signal_with_registered"] == "1")
            #expect(file[prefix + "transport_type"] == "0")
        }
        #expect(file["account.1.user_name"] == "201")
        #expect(file["account.1.password"] == "s3cret-Word")
        #expect(file["account.1.session_timer.enable"] == "0")
        #expect(file["features.dnd.allow"] == "0")
        #expect(file["features.fwd.allow"] == "0")
        #expect(file["account.1.codec.pcmu.priority"] == "1")
        #expect(file["account.1.codec.pcma.priority"] == "2")
        #expect(file["local_time.time_zone"] == "+1")
        #expect(file["local_time.start_time"] == "3/5/7/2")
        #expect(file["local_time.end_time"] == "10/5/7/3")
    }

    @Test func `a Yealink phone of the staff tries the Primary first and keeps its own features`() throws {
        let file = try yealink(.staff)
        #expect(file["account.1.sip_server.1.address"] == "203.0.113.10")
        #expect(file["account.1.sip_server.2.address"] == "192.168.101.3")
        #expect(file["features.dnd.allow"] == nil)
        #expect(file["account.1.dnd.enable"] == nil)
    }

    @Test func `a phone with two lines gets both`() throws {
        let accounts = (1...2).map {
            ProvisionedAccount(line: $0, extension: "20\($0)", displayName: "Line \($0)", password: "p\($0)")
        }
        let text = try SamplePhones.file(SamplePhones.device("yealink", .guest, accounts: accounts))
        let file = try KeyValueFile(text)
        #expect(file["account.1.user_name"] == "201" && file["account.2.user_name"] == "202")
        #expect(file["account.2.sip_server.1.address"] == "192.168.101.3")
        #expect(file["account.2.password"] == "p2")
    }

    @Test func `a MediaPack gateway is in trunk mode with two proxies and homing`() throws {
        let accounts = [
            ProvisionedAccount(line: 1, extension: "201", displayName: "Room 201", password: ""),
            ProvisionedAccount(line: 4, extension: "204", displayName: "Lobby; \"left\"", password: "", hotline: "0"),
        ]
        let text = try SamplePhones.file(SamplePhones.device("AudioCodes MP-118", .guest, accounts: accounts))
        let file = try KeyValueFile(text, hasTables: true)
        #expect(file["EnableProxyKeepAlive"] == "1")
        #expect(file["ProxyRedundancyMode"] == "1")
        #expect(file["IsProxyHotSwap"] == "1")
        #expect(file["IsRegisterNeeded"] == "0")
        #expect(file["IsFallbackUsed"] == "0")
        #expect(file["NTPServerUTCOffset"] == "3600")
        let tables = file.tables
        let first = try #require(tables.firstIndex(of: "ProxyIp 0 = 192.168.101.3:5070, 0, 0;"))
        #expect(tables[first + 1] == "ProxyIp 1 = 203.0.113.10:5060, 0, 0;")
        #expect(tables.contains("TrunkGroup 0 = 1, 1, 201;"))
        #expect(tables.contains("TrunkGroup 3 = 4, 4, 204;"))
        #expect(tables.contains("CallerDisplayInfo 3 = \"Lobby left\", 0;"))
        #expect(tables.contains("TargetOfChannel 3 = 0, 1;"))
        #expect(!tables.contains { $0.hasPrefix("TargetOfChannel 0") })
        #expect(tables.contains("CodersGroup0 0 = g711Ulaw64k;"))
    }

    @Test(arguments: PhoneRole.allCases)
    func `a CIP phone's words are in the right order`(role: PhoneRole) throws {
        let text = try SamplePhones.file(SamplePhones.device("CIP230", role))
        let file = try KeyValueFile(text)
        let hosts = [file["account_1_server_1_host"], file["account_1_server_2_host"]]
        #expect(hosts == (role == .guest ? ["192.168.101.3", "203.0.113.10"] : ["203.0.113.10", "192.168.101.3"]))
        #expect(file["account_1_forwarding"] == (role == .guest ? "no" : nil))
        #expect(file["account_1_codecs"] == "pcmu,pcma,g722")
    }
}
