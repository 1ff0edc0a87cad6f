import Testing

@testable import Settings

/// Where alerts may go.
@Suite struct AlertRuleTests {
    private func takes(_ line: String) -> Bool { (try? SettingsText.settings("alerts:\n    \(line)\n")) != nil }

    @Test(arguments: [
        "https://alerts.example.org", "https://alerts.example.org:8443/in?key=a%20b", "http://127.0.0.1:9000/x",
        "http://localhost/", "\"http://[::1]:8080\"",
    ])
    func `a web address is one that nobody can listen to`(address: String) {
        #expect(takes("webhook: \(address)"))
    }

    @Test(arguments: [
        "http://alerts.example.org", "https://", "ftp://x", "alerts.example.org", "http://127.0.0.1.example.org/",
        "http://localhost.example.org", "\"https://a b\"",
    ])
    func `any other is refused`(address: String) {
        #expect(!takes("webhook: \(address)"))
    }

    @Test(arguments: [
        ("desk@hotel.example", true), ("a+b@x.org", true), ("desk", false), ("@x.org", false),
        ("a@b@c", false), ("\"-oQ/tmp@x.org\"", false), ("\"a b@x.org\"", false), ("\"a@x.org,b@x.org\"", false),
        ("\"<a@x.org>\"", false),
    ])
    func `a mail address is one address`(address: String, isOne: Bool) {
        #expect(takes("mail: \(address)") == isOne)
    }

    @Test func `an interval and a severity have their limits`() {
        #expect(takes("interval_seconds: 60") && takes("interval_seconds: 86400") && takes("severity: information"))
        #expect(!takes("interval_seconds: 59") && !takes("interval_seconds: 86401") && !takes("severity: grave"))
    }
}
