import Testing
import Vocabulary

@testable import AsteriskText

@Suite struct ConfigurationTextTests {
    @Test(arguments: [
        ("Smith", "Smith"), ("O\"Brien; \n[evil]", "O Brien evil"), ("", "101"), (";;;", "101"), ("  a  b ", "a b"),
        ("Müller & Söhne", "Müller Söhne"), ("#include x", "include x"), ("${SHELL(reboot)}", "SHELL reboot"),
        ("a\u{2028}b\u{202E}c", "a b c"), ("日本", "日本"),
    ])
    func `a name keeps its letters and loses what means something`(text: String, expected: String) {
        #expect(ConfigurationText.name(text, fallback: "101") == expected)
    }

    @Test func `a long name is cut`() {
        #expect(ConfigurationText.name(String(repeating: "ü", count: 200), fallback: "").count == 80)
    }

    @Test func `a semicolon in a value is no comment`() {
        #expect(ConfigurationText.value("sip:a;transport=tcp\n[x]") == "sip:a\\;transport=tcp[x]")
    }

    @Test func `no name of anybody ever becomes configuration`() throws {
        var random = SystemRandomNumberGenerator()
        let nasty: [Unicode.Scalar] = Array("\"';[](){}<>\\$|,:=#&\n\r\t\0\u{85}\u{2028} !aé💡101".unicodeScalars)
        let plan = try SampleHouse.plan()
        let sound = shape(RenderedFiles(plan))
        for _ in 0..<150 {
            var changed = plan
            let name = String(
                String.UnicodeScalarView((0..<12).map { _ in nasty.randomElement(using: &random) ?? " " }))
            for index in changed.staff.indices { changed.staff[index].displayName = name }
            for index in changed.guests.indices { changed.guests[index].displayName = name }
            changed.ringGroups[0].name = name
            changed.classes[0].name = name
            changed.speedDials[0].label = name
            changed.announcements.unknownNumber = name
            changed.trunks[0].user = name
            changed.trunks[0].secret = try SIPSecret("secret")
            let files = RenderedFiles(changed)
            #expect(Lint.findings(in: files) == [], "\(name.debugDescription)")
            #expect(shape(files) == sound, "\(name.debugDescription)")
        }
    }

    /// Sections and names of options, without their values.
    private func shape(_ files: RenderedFiles) -> [String] {
        AsteriskFileReading(texts: files.texts).sections.filter { !$0.file.hasSuffix("pjsip-trunks.conf") }
            .filter { !$0.name.hasPrefix("comxfailover-") }
            .map { section in "\(section.file) \(section.name) \(section.options.map(\.name))" }
    }
}
