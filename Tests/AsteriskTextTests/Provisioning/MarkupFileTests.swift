import AsteriskText
import Testing

/// Files of XML, read back by a real parser.
@Suite struct MarkupFileTests {
    private func file(_ model: String, _ role: PhoneRole, site: PhoneSite? = nil) throws -> MarkupFile {
        let file = try MarkupFile(SamplePhones.file(SamplePhones.device(model, role), site: site))
        #expect(file.repeated.isEmpty)
        return file
    }

    @Test(arguments: PhoneRole.allCases)
    func `a Grandstream phone has its servers in order`(role: PhoneRole) throws {
        let file = try file("GRP2614", role)
        let servers = (1...2).map { file["config/account.1.sip.server.\($0).address"] }
        #expect(
            servers
                == (role == .guest
                    ? ["192.168.101.3:5070", "203.0.113.10:5060"]
                    : [
                        "203.0.113.10:5060", "192.168.101.3:5070",
                    ]))
        #expect(file["config/account.1.sip.registerExpiration"] == "1")
        #expect(file["config/account.1.sip.keepAlive.enable"] == "Yes")
        #expect(file["config/account.1.sip.sessionTimer.enable"] == "No")
        #expect(file["config/account.1.codec.choice.3"] == "G.722")
        #expect(file["config/call.dnd.enable"] == (role == .guest ? "No" : nil))
        #expect(file["config/dateTime.timezone.custom"] == "CET-1CEST,M3.5.0,M10.5.0/3")
    }

    @Test func `a Grandstream gateway is in trunk mode, with hotline where one is set`() throws {
        let accounts = [
            ProvisionedAccount(line: 1, extension: "201", displayName: "Room 201", password: ""),
            ProvisionedAccount(line: 24, extension: "224", displayName: "Lobby", password: "", hotline: "0"),
        ]
        let file = try MarkupFile(
            SamplePhones.file(SamplePhones.device("GXW4224", .guest, accounts: accounts)))
        #expect(file["mac"] == "001565abcdef")
        #expect(file["config/P47"] == "192.168.101.3:5070")
        #expect(file["config/P967"] == "203.0.113.10:5060")
        #expect(file["config/P4567"] == "1")
        #expect(file["config/P31"] == "0" && file["config/P109"] == "1")
        #expect(file["config/P2397"] == "1" && file["config/P2398"] == "10" && file["config/P2399"] == "3")
        #expect(file["config/P2395"] == "0" && file["config/P191"] == "0")
        #expect(file["config/P4060"] == "201" && file["config/P4083"] == "224")
        #expect(file["config/P4210"] == "" && file["config/P4233"] == "0")
        #expect(file["config/P57"] == "0" && file["config/P58"] == "8" && file["config/P59"] == "9")
        #expect(file.repeated.isEmpty)
    }

    @Test(arguments: PhoneRole.allCases)
    func `a Poly phone has its servers in order and falls back by time`(role: PhoneRole) throws {
        let file = try file("VVX 450", role)
        let servers = (1...2).map { file.attributes["reg.1.server.\($0).address"] }
        #expect(servers == (role == .guest ? ["192.168.101.3", "203.0.113.10"] : ["203.0.113.10", "192.168.101.3"]))
        for server in 1...2 {
            let prefix = "reg.1.server.\(server)."
            #expect(file.attributes[prefix + "expires"] == "60")
            #expect(file.attributes[prefix + "transport"] == "UDPOnly")
            #expect(file.attributes[prefix + "failOver.failBack.mode"] == "duration")
            #expect(file.attributes[prefix + "failOver.failBack.timeout"] == "60")
            #expect(file.attributes[prefix + "failOver.reRegisterOn"] == "1")
        }
        #expect(file.attributes["voice.codecPref.G711_Mu"] == "1")
        #expect(file.attributes["tcpIpApp.sntp.daylightSavings.start.dayOfWeek.lastInMonth"] == "1")
        #expect(file.attributes["tcpIpApp.sntp.daylightSavings.stop.time"] == "3")
        #expect(file.attributes["feature.doNotDisturb.enable"] == (role == .guest ? "0" : nil))
    }

    @Test(arguments: PhoneRole.allCases)
    func `a Cisco phone has its servers as a list`(role: PhoneRole) throws {
        let file = try file("SPA504G", role)
        #expect(
            file["Proxy_1_"]
                == (role == .guest
                    ? "192.168.101.3:5070|203.0.113.10:5060" : "203.0.113.10:5060|192.168.101.3:5070"))
        #expect(file["Proxy_Fallback_Intvl_1_"] == "60")
        #expect(file["Register_Expires_1_"] == "60")
        #expect(file["Dual_Registration_1_"] == "No")
        #expect(file["Preferred_Codec_1_"] == "G711u")
        #expect(file["DND_Serv"] == (role == .guest ? "No" : nil))
        #expect(file["Time_Zone"] == "GMT+01:00")
        #expect(file["Daylight_Saving_Time_Rule"] == "start=3/-1/7/2:0:0;end=10/-1/7/3:0:0;save=1:00")
    }

    @Test(arguments: PhoneRole.allCases)
    func `a Fanvil phone has a backup and comes back`(role: PhoneRole) throws {
        let file = try file("X4U", role)
        let hosts = [file["sip/line 1/RegisterAddr"], file["sip/line 1/BackupAddr"]]
        #expect(hosts == (role == .guest ? ["192.168.101.3", "203.0.113.10"] : ["203.0.113.10", "192.168.101.3"]))
        #expect(file["sip/line 1/RegisterTTL"] == "60" && file["sip/line 1/BackupTTL"] == "60")
        #expect(file["sip/line 1/BackupNeedRegOn"] == "1")
        #expect(file["sip/line 1/EnableFailback"] == "1" && file["sip/line 1/FailbackInterval"] == "60")
        #expect(file["sip/line 1/SessionTimer"] == "0")
        #expect(file["sip/line 1/VoiceCodecMap"] == "PCMU,PCMA,G722")
        #expect(file["sip/line 1/EnableDND"] == (role == .guest ? "0" : nil))
        #expect(file["sip/line 1/EnableHotline"] == "0")
        #expect(file["phone/date/TimeZone"] == "4" && file["phone/date/DSTEndWeek"] == "5")
        #expect(file["phone/date/DSTStartWday"] == "0" && file["phone/date/DSTStartHour"] == "2")
    }

    @Test(arguments: ["GRP2614", "HT814", "VVX 450", "SPA504G", "X4U"])
    func `with one server nothing names a second`(model: String) throws {
        let file = try file(model, .guest, site: SamplePhones.site(alone: true, timeServer: nil))
        let written = file.texts.values.joined(separator: " ") + file.attributes.values.joined(separator: " ")
        #expect(written.contains("203.0.113.10"))
        #expect(!written.contains("192.168.101"))
        #expect(!written.contains("|"))
    }

    @Test(arguments: [PhoneTransport.tcp, .tls])
    func `the transport is each family's own word`(transport: PhoneTransport) throws {
        let server = PhoneServer(host: "2001:db8::1", port: 5061, transport: transport)
        let site = PhoneSite(primary: server, secondary: nil, timeZone: .utc)
        let isTLS = transport == .tls
        #expect(try file("X4U", .staff, site: site)["sip/line 1/Transport"] == (isTLS ? "3" : "1"))
        #expect(try file("HT814", .staff, site: site)["config/P130"] == (isTLS ? "2" : "1"))
        #expect(try file("HT814", .staff, site: site)["config/P47"] == "[2001:db8::1]:5061")
        #expect(try file("SPA504G", .staff, site: site)["SIP_Transport_1_"] == (isTLS ? "TLS" : "TCP"))
        #expect(
            try file("VVX 450", .staff, site: site).attributes["reg.1.server.1.transport"]
                == (isTLS ? "TLS" : "TCPOnly"))
    }
}
