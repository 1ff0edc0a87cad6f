import AsteriskText
import SeededTestKit
import Testing

@Suite struct TemplateTextTests {
    private let values: [TemplateName: TemplateValue] = [
        .mac: .text("001565abcdef"), .guest: .flag(true), .staff: .flag(false), .label: .text(""),
        .accounts: .list([[.line: .text("1"), .user: .text("a")], [.line: .text("2"), .user: .text("b")]]),
        .servers: .list([]), .zone: .group([.name: .text("UTC"), .daylight: .flag(false)]),
    ]

    @Test(arguments: [
        ("{{mac}}", "001565abcdef"), ("{{ mac }}", "001565abcdef"), ("a{{! not me }}b", "ab"),
        ("{{#guest}}yes{{/guest}}{{#staff}}no{{/staff}}", "yes"),
        ("{{^guest}}no{{/guest}}{{^staff}}yes{{/staff}}", "yes"),
        ("{{#accounts}}{{line}}={{user}};{{/accounts}}", "1=a;2=b;"), ("{{^servers}}none{{/servers}}", "none"),
        ("{{#accounts}}{{mac}}{{/accounts}}", "001565abcdef001565abcdef"), ("{{zone.name}}", "UTC"),
        ("{{#zone}}{{name}}{{/zone}}", "UTC"), ("{{#label}}no{{/label}}{{^label}}empty{{/label}}", "empty"),
        ("a } b { c {{mac}}}", "a } b { c 001565abcdef}"), ("", ""), ("x\n", "x\n"),
    ])
    func `tags are filled`(text: String, filled: String) throws {
        #expect(try TemplateText(text).filled(with: values) == filled)
    }

    @Test(arguments: [
        ("a\n{{#guest}}\nb\n{{/guest}}\nc\n", "a\nb\nc\n"), ("  {{! note }}  \na", "a"), ("{{! two\n lines }}\na", "a"),
        ("{{#guest}}\na{{/guest}}", "a"), ("a {{! note }}\nb", "a \nb"), ("{{#staff}}\nb\n{{/staff}}\n", ""),
        ("{{#guest}} a\n{{/guest}}", " a\n"), ("a\n  {{/guest}}", "fault"), ("x {{#guest}}\n{{/guest}}\n", "x \n"),
    ])
    func `a tag alone on its line leaves nothing behind`(text: String, filled: String) {
        #expect((try? TemplateText(text).filled(with: values)) ?? "fault" == filled)
    }

    @Test(arguments: [
        ("a\n{{hosst}}", ProvisioningFault.unknownName("hosst", line: 2)), ("{{}}", .unknownName("", line: 1)),
        ("{{zone.nam}}", .unknownName("zone.nam", line: 1)), ("{{mac.}}", .unknownName("mac.", line: 1)),
        ("{{> other}}", .forbiddenTag(">", line: 1)), ("{{< other}}", .forbiddenTag("<", line: 1)),
        ("{{=<% %>=}}", .forbiddenTag("=", line: 1)), ("{{{mac}}}", .forbiddenTag("{", line: 1)),
        ("{{&mac}}", .forbiddenTag("&", line: 1)), ("\n\n{{#guest}}", .unbalanced("#guest", line: 3)),
        ("{{^guest}}", .unbalanced("^guest", line: 1)), ("{{/guest}}", .unbalanced("/guest", line: 1)),
        ("{{#guest}}{{/staff}}", .unbalanced("/staff", line: 1)), ("a\n{{mac", .unbalanced("mac", line: 2)),
        (String(repeating: "{{#guest}}", count: 9), .tooDeep(limit: 8, line: 1)),
    ])
    func `a template that is wrong is refused with the line`(text: String, fault: ProvisioningFault) {
        #expect(throws: fault) { try TemplateText(text) }
    }

    @Test(arguments: [
        ("\n{{host}}", ProvisioningFault.unknownName("host", line: 2)), ("{{guest}}", .notAValue("guest", line: 1)),
        ("{{accounts}}", .notAValue("accounts", line: 1)), ("{{zone.month}}", .unknownName("zone.month", line: 1)),
        ("{{#zone.daylight.start}}{{/zone.daylight.start}}", .unknownName("zone.daylight.start", line: 1)),
    ])
    func `a name that is not there where it stands is refused, never empty`(text: String, fault: ProvisioningFault)
        throws
    {
        let template = try TemplateText(text)
        #expect(throws: fault) { try template.filled(with: values) }
    }

    @Test func `a template has a largest size, and so has what it makes`() throws {
        let limit = TemplateText.lengthMax
        _ = try TemplateText(String(repeating: "a", count: limit))
        #expect(throws: ProvisioningFault.templateTooLong(length: limit + 1)) {
            try TemplateText(String(repeating: "a", count: limit + 1))
        }
        let nested =
            String(repeating: "{{#accounts}}", count: 8) + String(repeating: "a", count: 60_000)
            + String(repeating: "{{/accounts}}", count: 8)
        let template = try TemplateText(nested)
        #expect(throws: ProvisioningFault.filledTooLong(limit: TemplateText.filledLengthMax)) {
            try template.filled(with: values)
        }
    }

    @Test func `no text makes the parser fail in another way`() {
        var generator = Seeded(seed: 7)
        let pieces = [
            "{{", "}}", "#", "/", "^", "!", "guest", "mac", ".", "\n", " ", "{", "}", "zone.name", "\r\n", "é",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0..<14, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }.joined()
            guard let template = try? TemplateText(text), let filled = try? template.filled(with: values) else {
                continue
            }
            #expect(!filled.contains("{{guest}}"))
        }
    }
}
