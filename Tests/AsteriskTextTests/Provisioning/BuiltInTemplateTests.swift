import AsteriskText
import Testing

@Suite struct BuiltInTemplateTests {
    @Test(arguments: PhoneFamily.allCases)
    func `every parameter stands below a comment that says where its name is known from`(family: PhoneFamily) {
        var comment: String?
        var unexplained: [Substring] = []
        let lines = BuiltInTemplate.text(of: family).split(separator: "\n")
        for (index, line) in lines.enumerated() {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("{{!") {
                comment = lines[index...].prefix(4).joined(separator: " ").split(separator: "}}").first.map(String.init)
            } else if Self.isParameter(text) {
                let isMarked = ["[guide]", "[public]", "[unverified]"].contains { comment?.contains($0) == true }
                if !isMarked { unexplained.append(line) }
            }
        }
        #expect(unexplained.isEmpty)
    }

    @Test(arguments: PhoneFamily.allCases)
    func `only a family without a guide stands on nothing`(family: PhoneFamily) {
        let text = BuiltInTemplate.text(of: family)
        #expect(text.contains("[guide]") == (family != .clearlyip))
        #expect(text.contains("[public]") || [.clearlyip, .audiocodes].contains(family))
    }

    @Test(arguments: PhoneFamily.allCases, PhoneRole.allCases)
    func `every family's template fills for both roles, alone and with a zone without daylight saving`(
        family: PhoneFamily, role: PhoneRole
    ) throws {
        let device = try SamplePhones.device(family.rawValue, role)
        for alone in [true, false] {
            let file = try SamplePhones.file(device, site: SamplePhones.site(alone: alone, timeServer: nil))
            #expect(file.contains("203.0.113.10") && file.contains("201"))
            #expect(!file.contains("{{") && !file.contains("[guide]"))
        }
        let plain = PhoneSite(primary: SamplePhones.primary, secondary: nil, timeZone: .utc)
        #expect(try !SamplePhones.file(device, site: plain).contains("M3.5"))
    }

    @Test func `templates have names of their own`() {
        #expect(Set(PhoneFamily.allCases.map(BuiltInTemplate.fileName)).count == PhoneFamily.allCases.count)
        #expect(BuiltInTemplate.fileName(of: .grandstreamGateway) == "grandstream-gateway.tmpl")
    }

    /// A line that sets something: `name = value`, `<name>value</name>` or `name="value"`.
    private static func isParameter(_ text: Substring) -> Bool {
        guard let first = text.first, !"#;[{".contains(first), !text.hasPrefix("<?"), !text.hasPrefix("FORMAT") else {
            return false
        }
        if first == "<" { return text.contains("</") && !text.hasPrefix("</") }
        return text.contains("=") && !text.hasPrefix("ha")
    }
}
