import AsteriskText
import Testing
import Vocabulary

@Suite struct PhoneFamilyTests {
    @Test(arguments: [
        ("Yealink T46U", PhoneFamily.yealink), ("SIP-T48S", .yealink), ("t31p", .yealink), ("yealink", .yealink),
        ("Grandstream GRP2614", .grandstream), ("gxp2170", .grandstream), ("HT814", .grandstreamGateway),
        ("Grandstream HT802", .grandstreamGateway), ("GXW4224", .grandstreamGateway),
        ("grandstream-gateway", .grandstreamGateway), ("VVX 450", .poly), ("Polycom SoundPoint IP 331", .poly),
        ("Poly CCX 500", .poly), ("SPA504G", .cisco), ("Cisco ATA192", .cisco), ("AudioCodes MP-118", .audiocodes),
        ("MP124", .audiocodes), ("MediaPack 1288", .audiocodes), ("Fanvil X4U", .fanvil), ("H2U", .fanvil),
        ("V65", .fanvil), ("CIP230", .clearlyip), ("ClearlyIP CIP 250", .clearlyip),
    ])
    func `a model leads to its family`(model: String, family: PhoneFamily) {
        #expect(PhoneFamily(model: model) == family)
    }

    @Test(arguments: ["", "phone", "Snom D785", "x", "T", "-"])
    func `a model of no known family leads nowhere`(model: String) {
        #expect(PhoneFamily(model: model) == nil)
    }

    @Test func `every family asks by names that lead back to the device`() throws {
        let device = try #require(HardwareAddress("001565abcdef"))
        for family in PhoneFamily.allCases {
            let names = family.fileNames(of: device) + [family.firstFile(of: device)?.name].compactMap(\.self)
            for name in names {
                #expect(PhoneFamily.device(inFileName: name) == device)
                #expect(PhoneFamily.device(inFileName: name.uppercased()) == device)
            }
        }
    }

    @Test(arguments: [
        "", "y000000000028.cfg", "cfg.xml", "001565abcdef", "../001565abcdef.cfg", "favicon.ico", "000000000000.cfg",
        "001565abcdefg.cfg", "001565abcdef" + String(repeating: "-a", count: 40) + ".cfg",
    ])
    func `other names lead to no device`(name: String) {
        #expect(PhoneFamily.device(inFileName: name) == nil)
    }
}
