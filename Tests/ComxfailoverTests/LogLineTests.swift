import Foundation
import Testing

@testable import comxfailover

/// The log as machines read it.
@Suite struct LogLineTests {
    private func object(_ line: JSONLogLine) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: line.bytes)
    }

    @Test func `an event is one object on one line, whatever its words hold`() throws {
        let words = "it's \"quoted\"\nsecond line \u{1b}[31m \u{1F6CE} /var/lib"
        let line = JSONLogLine(
            at: Date(timeIntervalSince1970: 1_790_000_000.25), level: "warning", message: words,
            metadata: ["table": "hotel.t", "words": "a\nb"])
        let text = String(decoding: line.bytes, as: UTF8.self)
        #expect(text.hasSuffix("\n") && text.count(where: { $0 == "\n" }) == 1)
        #expect(text.contains("/var/lib"), "slashes stay as they are")
        let found = try object(line)
        #expect(found["message"] == words && found["words"] == "a\nb" && found["table"] == "hotel.t")
        #expect(found["level"] == "warning")
        #expect(found["at"] == "2026-09-21T14:13:20.250Z")
    }

    @Test func `metadata never takes the place of what every line has`() throws {
        let line = JSONLogLine(
            at: Date(timeIntervalSince1970: 0), level: "info", message: "right",
            metadata: ["message": "wrong", "level": "wrong", "at": "wrong"])
        let found = try object(line)
        #expect(found["message"] == "right" && found["level"] == "info" && found["at"]?.hasPrefix("1970") == true)
    }
}
