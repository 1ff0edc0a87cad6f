import Testing
import Vocabulary

@Suite struct TelephonyTypesTests {
    @Test func `a range names every extension and keeps zeros`() throws {
        #expect(try ExtensionRange("1001-1300").numbers.count == 300)
        #expect(try ExtensionRange("008-011").numbers.map(\.description) == ["008", "009", "010", "011"])
        #expect(try ExtensionRange("7").numbers.map(\.description) == ["7"])
    }

    @Test(arguments: ["1300-1001", "99-100", "1-2-3"])
    func `a range that is none is refused`(text: String) {
        #expect(throws: TelephonyFault.notARange(text)) { try ExtensionRange(text) }
    }

    @Test func `a range has a limit`() throws {
        #expect(try ExtensionRange("10000-19999").numbers.count == ExtensionRange.countMax)
        #expect(throws: TelephonyFault.rangeTooLong("10000-20000", countMax: 10_000)) {
            try ExtensionRange("10000-20000")
        }
    }

    @Test(arguments: ["", "12a", "12345678901234567", "-1", "١٢"])
    func `what is no extension is refused`(text: String) {
        #expect(throws: TelephonyFault.notAnExtension(text)) { try ExtensionNumber(text) }
    }

    @Test func `extensions are sorted as people do`() throws {
        let numbers = try ["1001", "99", "200"].map { try ExtensionNumber($0) }
        #expect(numbers.sorted().map(\.description) == ["99", "200", "1001"])
    }

    @Test(arguments: ["a;b", "a b", "", "a\"b", "pass\n"])
    func `a password that would need quoting is refused and never shown`(text: String) {
        #expect(throws: TelephonyFault.notASecret) { try SIPSecret(text) }
    }

    @Test func `a password does not print itself`() throws {
        #expect(
            "\(try SIPSecret("topsecret")) \(String(reflecting: try SIPSecret("topsecret")))" == "(secret) (secret)")
    }

    @Test(arguments: [
        ("0ZXXX.", "0ZXXX."), ("+49.", "+49."), ("nxx", "NXX"), ("112", "112"), (".", "."), ("*9!", "*9!"),
    ])
    func `patterns are read`(text: String, expected: String) throws {
        #expect(try DialPattern(text).description == expected)
    }

    @Test(arguments: ["", "1.2", "_X", "a", "1,2", "[1-3]X"])
    func `what is no pattern is refused`(text: String) {
        #expect(throws: TelephonyFault.notAPattern(text)) { try DialPattern(text) }
    }

    @Test(arguments: ["10.10.10.1", "2001:db8::10", "sip.example.com", "::1"])
    func `hosts are read`(text: String) throws { #expect(try HostAddress(text).description == text) }

    @Test(arguments: ["", "10.10.10", "256.1.1.1", "-a.de", "a..b", "a b", ":::"])
    func `what is no host is refused`(text: String) {
        #expect(throws: TelephonyFault.notAHost(text)) { try HostAddress(text) }
    }

    @Test func `networks are read with and without their size`() throws {
        #expect(try NetworkRange("192.168.1.7").description == "192.168.1.7/32")
        #expect(try NetworkRange("10.0.0.0/8").description == "10.0.0.0/8")
        #expect(throws: TelephonyFault.notANetwork("10.0.0.0/33")) { try NetworkRange("10.0.0.0/33") }
        #expect(NetworkRange.privateNetworks.count == 3)
        #expect(try HostAddress("2001:db8::1").inURI == "[2001:db8::1]")
    }

    @Test(arguments: ["0", "*55", "#1"])
    func `codes are read`(text: String) throws { #expect(try DialCode(text).description == text) }

    @Test(arguments: ["", "123456789", "a", "+1"])
    func `what is no code is refused`(text: String) {
        #expect(throws: TelephonyFault.notACode(text)) { try DialCode(text) }
    }

    @Test func `numbers, names, rooms and zones are checked`() throws {
        #expect(try PhoneNumber("+4930").description == "+4930")
        #expect(throws: TelephonyFault.notANumber("++1")) { try PhoneNumber("++1") }
        #expect(throws: TelephonyFault.notAName("1a")) { try TelephonyName("1a") }
        #expect(throws: TelephonyFault.notARoom("10 1")) { try RoomNumber("10 1") }
        #expect(throws: TelephonyFault.notATimeZone("a|b")) { try ZoneName("a|b") }
        #expect(try ZoneName("America/Port-au-Prince").description == "America/Port-au-Prince")
    }

    @Test func `a refusal repeats the text on one short line`() {
        let words = TelephonyFault.notAnExtension(String(repeating: "x\n", count: 500)).description
        #expect(!words.contains("\n"))
        #expect(words.count < 200)
    }
}
