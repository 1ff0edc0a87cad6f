import Settings
import Testing

@Suite struct BadTextTests {
    @Test func `a wrong type names file, line, key, what is expected and what was found`() throws {
        let error = #expect(throws: SettingsError.self) {
            try SettingsText.load(SettingsText.least + "heartbeat:\n    interval_ms: fast\n")
        }
        #expect(
            error?.description
                == "/etc/node.yaml: line 5: heartbeat.interval_ms: expected a whole number from 100 to 2000"
                + " (milliseconds), found \"fast\"")
        #expect(error?.problems.first?.key == "heartbeat.interval_ms")
        #expect(error?.problems.first?.line == 5)
    }

    @Test func `all mistakes are told at once, in the order of their lines`() {
        let complaints = SettingsText.complaints("log:\n  level: loud\n  format: xml\nports: {control: 0}\n")
        #expect(
            complaints == [
                "line 5: log.level: expected one of trace, debug, info, notice, warning, error, critical,"
                    + " found \"loud\"",
                "line 6: log.format: expected one of text, json, found \"xml\"",
                "line 7: ports.control: expected a port number from 1 to 65535, found 0",
            ])
    }

    @Test func `more mistakes than anyone reads are counted`() {
        let text = (0..<50).map { "key\($0): 1\n" }.joined()
        let complaints = SettingsText.complaints(text)
        #expect(complaints.count == SettingsError.problemsMax + 1)
        #expect(complaints.last == "and 30 more")
    }

    @Test(arguments: [
        "heartbeat: {intervall_ms: 1}": "line 4: heartbeat.intervall_ms: expected a known key, perhaps interval_ms,",
        "remotehost: a": "line 4: remotehost: expected a known key, perhaps remote_host,",
        "heartbeats: {}": "line 4: heartbeats: expected a known key, perhaps heartbeat,",
        "time_zone: UTC": "line 4: time_zone: expected a known key, perhaps property.time_zone,",
        "log: {colour: red}": "line 4: log.colour: expected one of the keys format, level,",
        "database: {privat: {}}": "line 4: database.privat: expected a known key, perhaps private,",
        "<<: {mode: primary}": "line 4: <<: expected one of the keys",
    ])
    func `an unknown key is refused and the nearest named`(text: String, complaint: String) {
        let complaints = SettingsText.complaints(text + "\n")
        #expect(complaints.count == 1)
        #expect(complaints.first?.hasPrefix(complaint) == true, "\(complaints)")
        #expect(complaints.first?.hasSuffix("found an unknown one") == true)
    }

    @Test(arguments: [
        "\"250\"", "250.5", "0x100", "2_50", "99", "2001", "yes", "[250]", "99999999999999999999", "-250",
    ])
    func `only whole numbers in their range are numbers`(value: String) {
        let complaints = SettingsText.complaints("heartbeat:\n    interval_ms: \(value)\n")
        #expect(complaints.count == 1)
        #expect(complaints.first?.hasPrefix("line 5: heartbeat.interval_ms: expected a whole number") == true)
    }

    @Test func `a key used twice is refused with its second line`() {
        #expect(
            SettingsText.complaints("mode: secondary\n") == ["line 4: expected each key once, found \"mode\" twice"])
        #expect(
            SettingsText.complaints("log:\n  level: info\n  level: debug\n") == [
                "line 6: expected each key once, found \"level\" twice"
            ])
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "~\n"])
    func `an empty file is refused`(text: String) {
        #expect(
            SettingsText.complaints(whole: text) == ["expected settings such as mode: primary, found an empty file"])
    }

    @Test(arguments: ["- a\n- b\n", "hello\n", "42\n"])
    func `a file that is no mapping is refused`(text: String) {
        let complaints = SettingsText.complaints(whole: text)
        #expect(complaints.count == 1)
        #expect(complaints.first?.hasPrefix("line 1: expected settings such as mode: primary, found ") == true)
    }

    @Test(arguments: [
        "mode: [": "sound YAML", "mode: 'a": "sound YAML", "mode: primary\n local_host: a": "sound YAML",
        "a: b: c": "sound YAML", "mode: \u{1}": "sound YAML", "mode: a\n---\nmode: b": "sound YAML",
        "log:\n\tlevel: info": "spaces before the first word",
    ])
    func `broken YAML is one line`(text: String, expected: String) {
        let complaints = SettingsText.complaints(whole: text + "\n")
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains("expected \(expected), found ") == true, "\(complaints)")
        #expect(complaints.first?.contains("\n") == false)
    }

    @Test func `anchors and aliases are refused before they can multiply`() {
        var bomb = "a: &a [x, x, x, x, x, x, x, x]\n"
        for (letter, former) in zip("bcdefghi", "abcdefgh") {
            bomb += "\(letter): &\(letter) [" + Array(repeating: "*\(former)", count: 8).joined(separator: ",") + "]\n"
        }
        let complaints = SettingsText.complaints(whole: bomb)
        #expect(complaints.count == 9)
        #expect(complaints.first?.hasPrefix("line 1: expected plain values, found an anchor or alias") == true)
    }

    private static let deep = [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000),
        String(repeating: "- ", count: 50_000) + "a", String(repeating: "? ", count: 50_000) + "a",
        String(repeating: " ", count: 1000) + "a: b", String(repeating: "[\n", count: 5000),
    ]

    @Test(arguments: deep.indices)
    func `deep nesting is refused without a crash`(index: Int) {
        #expect(!SettingsText.complaints(whole: Self.deep[index] + "\n").isEmpty)
    }

    @Test func `characters of the alias kind are fine inside quotes, comments and words`() throws {
        let settings = try SettingsText.settings("property: {name: 'Bed & *Breakfast*'} # &a *b\n")
        #expect(settings.property.name == "Bed & *Breakfast*")
        #expect(try SettingsText.settings("property:\n  name: Bed & Breakfast*\n").property.name == "Bed & Breakfast*")
    }

    @Test func `what was found is cut and cannot break the line`() {
        let complaints = SettingsText.complaints(
            "mode_of: 1\nlog: {level: \"a\\nb\\e[31m\(String(repeating: "x", count: 500))\"}\n")
        #expect(complaints.count == 2)
        #expect(complaints.allSatisfy { !$0.contains("\n") && !$0.contains("\u{1B}") && $0.count < 400 })
    }
}
